package dev.crosstrust.exchange.google;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.google.GoogleAnswer;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.token.SubjectToken;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a token endpoint gives (RFC 6749, section 5.1; OpenID Connect Core, section 3.1.3.3). */
final class OAuthAnswer {
  private OAuthAnswer() {}

  static Outcome<SubjectToken> idToken(JsonNode answer, String endpoint) {
    return GoogleAnswer.member(answer, "id_token", URI.create(endpoint).getHost())
        .map(SubjectToken::jwt);
  }

  static Outcome<GoogleAccessToken> accessToken(
      JsonNode answer, String endpoint, InstantSource clock) {
    return GoogleAnswer.member(answer, "access_token", URI.create(endpoint).getHost())
        .map(token -> new GoogleAccessToken(Secret.of(token), expiry(answer, clock)));
  }

  private static @Nullable Instant expiry(JsonNode answer, InstantSource clock) {
    JsonNode seconds = answer.path("expires_in");
    return seconds.isIntegralNumber() ? clock.instant().plusSeconds(seconds.asLong()) : null;
  }
}
