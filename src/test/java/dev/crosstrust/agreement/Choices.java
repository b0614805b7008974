package dev.crosstrust.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Choices that a seed makes again. */
final class Choices {
  private final Random random;

  Choices(long seed) {
    this.random = new Random(seed);
  }

  @SafeVarargs
  final <T> T oneOf(T... some) {
    return some[random.nextInt(some.length)];
  }

  <T> T oneOf(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  /** Some of them, at least one, in their order. */
  <T> List<T> someOf(List<T> all) {
    List<T> some = new ArrayList<>(all);
    while (some.size() > 1 && random.nextInt(3) > 0) {
      some.remove(random.nextInt(some.size()));
    }
    return some;
  }

  /** True once in so many times. */
  boolean onceIn(int times) {
    return random.nextInt(times) == 0;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
