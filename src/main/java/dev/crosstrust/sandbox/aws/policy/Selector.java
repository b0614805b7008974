package dev.crosstrust.sandbox.aws.policy;

import java.util.List;
import java.util.function.Predicate;

/**
 * An element that picks by a list, or, in its {@code Not…} form, everything but what is listed.
 *
 * @param inverted whether this is the {@code Not…} form
 */
record Selector<T>(List<T> items, boolean inverted) {
  boolean picks(Predicate<? super T> matches) {
    return items.stream().anyMatch(matches) != inverted;
  }
}
