package dev.crosstrust.identity.aws;

import java.util.Map;
import java.util.Optional;

/**
 * The settings of one profile, secrets among them: read when needed, never kept and never printed.
 *
 * @param place the file and line of its section
 */
public record AwsProfile(String name, String place, Map<String, String> settings) {
  public AwsProfile {
    settings = Map.copyOf(settings);
  }

  /** A setting that is there and not blank. */
  public Optional<String> setting(String key) {
    return Optional.ofNullable(settings.get(key)).map(String::strip).filter(v -> !v.isEmpty());
  }

  boolean hasAny(String... keys) {
    for (String key : keys) {
      if (setting(key).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Names only: values may be secret. */
  @Override
  public String toString() {
    return "AwsProfile[%s, %s, %s]".formatted(name, place, settings.keySet());
  }
}
