package dev.crosstrust.token;

import dev.crosstrust.secret.Secret;

/**
 * What is presented to the other cloud.
 *
 * @param value as it is sent
 */
public record SubjectToken(Kind kind, Secret value) {
  /** The forms in which it comes. */
  public enum Kind {
    /** A signed JWT: a Google ID token, or one of AWS's outbound federation. */
    JWT,
    /** An AWS-signed {@code GetCallerIdentity} request. */
    AWS_SIGNED_REQUEST
  }

  public static SubjectToken jwt(String raw) {
    return new SubjectToken(Kind.JWT, Secret.of(raw));
  }
}
