package dev.crosstrust.token;

import java.nio.charset.StandardCharsets;

/**
 * The limit of what a pool provider makes of a token as {@code google.subject}.
 *
 * @see <a href="https://cloud.google.com/iam/docs/workload-identity-federation#mapping">Attribute
 *     mappings</a>
 */
public final class GoogleSubject {
  /** Google takes no longer one, in bytes of UTF-8. */
  public static final int LONGEST_BYTES = 127;

  private GoogleSubject() {}

  /** How many bytes a subject has for Google. */
  public static int bytes(String subject) {
    return subject.getBytes(StandardCharsets.UTF_8).length;
  }
}
