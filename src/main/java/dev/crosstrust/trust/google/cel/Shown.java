package dev.crosstrust.trust.google.cel;

import dev.cel.common.values.NullValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value as one writes it in CEL. */
final class Shown {
  private Shown() {}

  static String of(Object value) {
    return switch (value) {
      case String text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      case Instant time -> "timestamp(\"%s\")".formatted(time);
      case Duration time -> "duration(\"%ss\")".formatted(time.toSeconds());
      case NullValue _ -> "null";
      case List<?> list -> list.stream().map(Shown::of).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> value.toString();
    };
  }
}
