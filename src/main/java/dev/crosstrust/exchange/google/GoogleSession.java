package dev.crosstrust.exchange.google;

import dev.crosstrust.credential.GoogleAccessToken;
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
 * @param subjectBytes the length of that subject, of which Google takes 127
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
    if (subject != null) {
      return "%s (%d of 127 bytes) where google.subject=assertion.sub"
          .formatted(subject, subjectBytes);
    }
    return kind.equals(FEDERATED)
        ? principal + ", known by the session's ARN (of at most 127 bytes) as AWS tells it"
        : principal;
  }
}
