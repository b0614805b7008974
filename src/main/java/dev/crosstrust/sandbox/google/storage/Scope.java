package dev.crosstrust.sandbox.google.storage;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a token must be good for, whatever the policies say.
 *
 * @param names any one of which is enough
 * @see <a href="https://cloud.google.com/storage/docs/oauth-scopes">Cloud Storage scopes</a>
 */
record Scope(List<String> names) {
  static final Scope READ =
      of(
          "devstorage.read_only",
          "devstorage.read_write",
          "devstorage.full_control",
          "cloud-platform",
          "cloud-platform.read-only");
  static final Scope WRITE =
      of("devstorage.read_write", "devstorage.full_control", "cloud-platform");
  static final Scope CONTROL = of("devstorage.full_control", "cloud-platform");

  private static Scope of(String... names) {
    return new Scope(Stream.of(names).map("https://www.googleapis.com/auth/"::concat).toList());
  }
}
