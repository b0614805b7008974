package dev.crosstrust.exchange.google;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.google.Addresses;
import dev.crosstrust.evidence.google.GoogleAnswer;
import dev.crosstrust.evidence.google.GoogleApi;
import dev.crosstrust.identity.google.GoogleEndpoints;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.token.SubjectToken;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Impersonation: https://cloud.google.com/iam/docs/reference/credentials/rest. Called directly and
 * not through gcloud, so that an ID token needs {@code iam.serviceAccounts.getOpenIdToken} alone.
 */
final class IamCredentials {
  private static final String SERVICE = "iamcredentials";

  private final GoogleApi api;

  IamCredentials(GoogleApi api) {
    this.api = api;
  }

  /**
   * An ID token whose {@code azp} is the account's numeric id.
   *
   * @param chain delegates first, the account last
   */
  Outcome<SubjectToken> idToken(
      GoogleEndpoints endpoints,
      GoogleAccessToken source,
      List<String> chain,
      IdTokenRequest request) {
    Map<String, Object> body = body(chain);
    body.put("audience", request.audience());
    body.put("includeEmail", request.includeEmail());
    return call("token", "generateIdToken", endpoints, source, chain, body)
        .then(answer -> GoogleAnswer.member(answer, "token", SERVICE))
        .map(SubjectToken::jwt);
  }

  /**
   * An access token.
   *
   * @param leg the name of the leg
   */
  Outcome<GoogleAccessToken> accessToken(
      String leg,
      GoogleEndpoints endpoints,
      GoogleAccessToken source,
      ImpersonationRequest request) {
    Map<String, Object> body = body(request.chain());
    body.put("scope", request.scopes());
    body.put("lifetime", request.lifetime().toSeconds() + "s");
    return call(leg, "generateAccessToken", endpoints, source, request.chain(), body)
        .then(
            answer ->
                GoogleAnswer.member(answer, "accessToken", SERVICE)
                    .map(token -> new GoogleAccessToken(Secret.of(token), expiry(answer))));
  }

  private Outcome<JsonNode> call(
      String leg,
      String method,
      GoogleEndpoints endpoints,
      GoogleAccessToken source,
      List<String> chain,
      Map<String, Object> body) {
    String address =
        "%s/v1/projects/-/serviceAccounts/%s:%s"
            .formatted(endpoints.of(SERVICE), GoogleApi.segment(chain.getLast()), method);
    return Addresses.trusted(address)
        .then(uri -> api.json(Label.of(leg, SERVICE, method), uri, source.token().reveal(), body));
  }

  private static Map<String, Object> body(List<String> chain) {
    Map<String, Object> body = new HashMap<>();
    if (chain.size() > 1) {
      body.put(
          "delegates",
          chain.subList(0, chain.size() - 1).stream()
              .map(account -> "projects/-/serviceAccounts/" + account)
              .toList());
    }
    return body;
  }

  private static @Nullable Instant expiry(JsonNode answer) {
    try {
      return Instant.parse(answer.path("expireTime").asString(""));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
