package dev.crosstrust.sandbox;

import dev.crosstrust.sandbox.wire.KeySource;
import java.security.KeyPair;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keys made once for all the clouds of a test run: no test depends on their being new. */
public final class SharedKeys {
  private static final Map<Integer, KeyPair> MADE = new ConcurrentHashMap<>();

  private SharedKeys() {}

  /** The keys of one cloud: all different, and the same as those of the next cloud. */
  public static KeySource ofOneCloud() {
    AtomicInteger next = new AtomicInteger();
    return () -> MADE.computeIfAbsent(next.getAndIncrement(), _ -> KeySource.make());
  }
}
