package dev.crosstrust.sandbox.home;

import java.util.Map;

/** Writes the INI dialect that {@code aws} and {@code gcloud} share. */
final class Ini {
  private final StringBuilder text = new StringBuilder();

  Ini section(String name) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    text.append('[').append(name).append("]\n");
    return this;
  }

  Ini set(String key, Object value) {
    text.append(key).append(" = ").append(value).append('\n');
    return this;
  }

  /** A setting whose value is indented settings, as only {@code aws} has it. */
  Ini nested(String key, Map<String, ?> settings) {
    text.append(key).append(" =\n");
    settings.forEach(
        (name, value) -> text.append("  ").append(name).append(" = ").append(value).append('\n'));
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
