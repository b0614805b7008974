package dev.crosstrust.sandbox.google.bigquery;

import dev.crosstrust.sandbox.google.api.ApiCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A page of a list.
 *
 * @param next the number of the first entry behind the page, when there is one
 */
record Page<T>(List<T> entries, Optional<Integer> next) {

  /** The page that {@code startIndex} or {@code pageToken}, and {@code maxResults} ask for. */
  static <T> Page<T> of(List<T> all, ApiCall call) {
    return of(all, call, Integer.MAX_VALUE);
  }

  /** The same, when nobody asks for a size. */
  static <T> Page<T> of(List<T> all, ApiCall call, long usualSize) {
    long start = token(call).or(() -> call.number("startIndex")).orElse(0L);
    long size = call.number("maxResults").orElse(usualSize);
    int from = Math.clamp(start, 0, all.size());
    int to = Math.clamp(from + Math.min(size, all.size()), from, all.size());
    return new Page<>(all.subList(from, to), to < all.size() ? Optional.of(to) : Optional.empty());
  }

  private static Optional<Long> token(ApiCall call) {
    return call.query("pageToken").filter(Predicate.not(String::isEmpty)).isPresent()
        ? call.number("pageToken")
        : Optional.empty();
  }

  /** Says in an answer where the next page begins. */
  void putToken(Map<String, Object> answer, String name) {
    next.ifPresent(index -> answer.put(name, Integer.toString(index)));
  }
}
