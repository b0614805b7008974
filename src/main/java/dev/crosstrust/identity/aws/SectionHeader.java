package dev.crosstrust.identity.aws;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A line that opens a section of a configuration file, as it is written there.
 *
 * @param line counted from one
 * @param written what stands between the brackets
 * @param profile the profile that it means, or seems to mean; null for sections of another kind
 * @param dropped why the section is not read; null when it is
 */
record SectionHeader(
    Path file, int line, String written, @Nullable String profile, @Nullable String dropped) {
  String place() {
    return "%s, line %d".formatted(file, line);
  }
}
