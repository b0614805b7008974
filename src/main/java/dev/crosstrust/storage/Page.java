package dev.crosstrust.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a listing, as one answer gives it.
 *
 * @param items may be empty though more follows
 * @param next the token that the next part is asked for with; null when this was the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
  public Page {
    items = List.copyOf(items);
  }
}
