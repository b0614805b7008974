package dev.crosstrust.exchange.google;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.google.Addresses;
import dev.crosstrust.evidence.google.GoogleApi;
import dev.crosstrust.identity.google.GoogleSource.ServiceAccountKey;
import dev.crosstrust.token.SubjectToken;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tokens by a key of a service account, from the token endpoint that the key names. */
final class KeyTokens {
  private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  private final GoogleApi api;
  private final InstantSource clock;

  KeyTokens(GoogleApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /** An ID token whose {@code azp} is the account's e-mail address. */
  Outcome<SubjectToken> idToken(ServiceAccountKey key, String audience) {
    return grant(key, "token", "target_audience", audience)
        .then(answer -> OAuthAnswer.idToken(answer, key.tokenUri()));
  }

  Outcome<GoogleAccessToken> accessToken(ServiceAccountKey key, List<String> scopes) {
    return grant(key, "sign-in", "scope", String.join(" ", scopes))
        .then(answer -> OAuthAnswer.accessToken(answer, key.tokenUri(), clock));
  }

  private Outcome<JsonNode> grant(ServiceAccountKey key, String leg, String claim, String value) {
    return Addresses.trusted(key.tokenUri())
        .then(
            address ->
                SignedAssertion.of(key, claim, value, clock.instant())
                    .then(
                        assertion ->
                            api.form(
                                Label.of(leg, "oauth2", "token"),
                                address,
                                Map.of(
                                    "grant_type", JWT_BEARER, "assertion", assertion.reveal()))));
  }
}
