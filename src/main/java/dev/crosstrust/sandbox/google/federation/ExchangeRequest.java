package dev.crosstrust.sandbox.google.federation;

import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.google.api.OAuthError;
import dev.crosstrust.sandbox.google.token.Scopes;
import dev.crosstrust.sandbox.wire.FormCodec;
import dev.crosstrust.sandbox.wire.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What is asked of the exchange: a form with names in snake case, or JSON with the same names in
 * camel case.
 *
 * @param provider the name of the provider in the audience
 * @see <a href="https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token">Method:
 *     token</a>
 */
record ExchangeRequest(
    String provider, String subjectToken, SubjectTokenType type, List<String> scopes) {
  private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
  static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
  private static final String HOST = "//iam.googleapis.com/";
  private static final Pattern PROVIDER =
      Pattern.compile(
          "projects/[^/]+/locations/[^/]+/workloadIdentityPools/[^/]+/providers/[^/]+"
              + "|locations/[^/]+/workforcePools/[^/]+/providers/[^/]+");

  /** What may be presented. */
  enum SubjectTokenType {
    JWT("urn:ietf:params:oauth:token-type:jwt"),
    ID_TOKEN("urn:ietf:params:oauth:token-type:id_token"),
    AWS_REQUEST("urn:ietf:params:aws:token-type:aws4_request");

    private final String urn;

    SubjectTokenType(String urn) {
      this.urn = urn;
    }

    private static SubjectTokenType of(String text) {
      for (SubjectTokenType type : values()) {
        if (type.urn.equals(text)) {
          return type;
        }
      }
      throw OAuthError.invalidRequest(
          text.isEmpty()
              ? "subject_token_type must be nonempty."
              : "Invalid value of subject_token_type in request.");
    }
  }

  /**
   * Reads and checks the parameters.
   *
   * @throws dev.crosstrust.sandbox.google.api.GoogleError for the first that is missing or wrong
   */
  static ExchangeRequest read(Request request) throws IOException {
    Map<String, String> values = values(request);
    String grantType = values.getOrDefault("grant_type", "");
    if (!grantType.equals(EXCHANGE)) {
      throw OAuthError.of(400, "unsupported_grant_type", "Invalid value of grant_type in request.");
    }
    if (!values.getOrDefault("requested_token_type", "").equals(ACCESS_TOKEN)) {
      throw OAuthError.invalidRequest("Invalid value of requested_token_type in request.");
    }
    SubjectTokenType type = SubjectTokenType.of(values.getOrDefault("subject_token_type", ""));
    String subjectToken = values.getOrDefault("subject_token", "");
    if (subjectToken.isEmpty()) {
      throw OAuthError.invalidRequest("subject_token must be nonempty.");
    }
    String audience = values.getOrDefault("audience", "");
    if (!audience.startsWith(HOST)
        || !PROVIDER.matcher(audience.substring(HOST.length())).matches()) {
      throw ExchangeErrors.notProviderName();
    }
    List<String> scopes = Scopes.parse(values.getOrDefault("scope", ""));
    if (scopes.isEmpty()) {
      throw OAuthError.invalidRequest("Scope(s) must be provided.");
    }
    if (!scopes.stream().allMatch(Scopes::plausible)) {
      throw OAuthError.invalidScope("Invalid OAuth scope or ID token audience provided.");
    }
    return new ExchangeRequest(audience.substring(HOST.length()), subjectToken, type, scopes);
  }

  private static Map<String, String> values(Request request) throws IOException {
    Map<String, String> values = new HashMap<>();
    if (request.header("Content-Type").orElse("").startsWith("application/json")) {
      Json.body(request)
          .properties()
          .forEach(it -> values.put(snake(it), it.getValue().asString("")));
    } else {
      String body = new String(request.bodyBytes(), StandardCharsets.UTF_8);
      FormCodec.decode(body).forEach((name, all) -> values.put(name, all.getFirst()));
    }
    return values;
  }

  private static String snake(Map.Entry<String, JsonNode> member) {
    return member.getKey().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "ExchangeRequest[" + type + " at " + provider + "]";
  }
}
