package dev.crosstrust.exchange.google;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.token.GoogleSubject;
import org.jspecify.annotations.Nullable;

/**
 * Access at Google, had with a token of another cloud.
 *
 * @param kind {@code google-federated} or {@code google-service-account}
 * @param principal whom it stands for, as far as the answers say: a service account, or everybody
 *     of the pool
 * @param subject the principal that the usual mapping, {@code google.subject=assertion.sub}, makes
 *     of the token's subject; null where the token does not tell its subject. Only the provider
 *     knows its mapping
 * @param subjectBytes the length of that subject, in bytes for Google
 */
public record GoogleSession(
    GoogleAccessToken token,
    String kind,
    String principal,
    @Nullable String subject,
    int subjectBytes) {
  static final String FEDERATED = "google-federated";

  /** In one line: whom it stands for. */
  public String said() {
    if (subject != null && subjectBytes <= GoogleSubject.LONGEST_BYTES) {
      return "%s (%d of %d bytes) where google.subject=assertion.sub"
          .formatted(subject, subjectBytes, GoogleSubject.LONGEST_BYTES);
    }
    if (subject != null) {
      return "%s, known by another google.subject than assertion.sub (%d of %d bytes)"
          .formatted(principal, subjectBytes, GoogleSubject.LONGEST_BYTES);
    }
    return kind.equals(FEDERATED)
        ? "%s, known by the session's ARN (of at most %d bytes) as AWS tells it"
            .formatted(principal, GoogleSubject.LONGEST_BYTES)
        : principal;
  }
}
