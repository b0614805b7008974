package dev.crosstrust.sandbox.google;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import dev.crosstrust.sandbox.SharedKeys;
import dev.crosstrust.sandbox.google.account.FederatedPrincipal;
import dev.crosstrust.sandbox.google.federation.Pool;
import dev.crosstrust.sandbox.google.federation.Provider;
import dev.crosstrust.sandbox.google.federation.Source;
import dev.crosstrust.sandbox.google.policy.Roles;
import dev.crosstrust.sandbox.wire.Internet;
import java.io.IOException;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TokenExchangeTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final long NOW = NOON.getEpochSecond();
  private static final Pool POOL = Pool.of("123456789012", "my-aws-app");
  private static final String NAME = POOL.provider("my-aws-app");
  private static final String AUDIENCE = "//iam.googleapis.com/" + NAME;
  private static final String ROLE = "arn:aws:iam::111122223333:role/LambdaOutboundSTSRole";
  private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
  private static final String NO_TARGET =
      "invalid_target: The target service indicated by the \"audience\" parameters is invalid. This"
          + " might either be because the pool or provider is disabled or deleted or because it"
          + " doesn't exist.";
  private static final String UNREACHED =
      "invalid_grant: Error connecting to the given credential's issuer.";

  private final OutsideIssuer issuer = new OutsideIssuer();
  private final GoogleCloud cloud =
      new GoogleCloud(
          InstantSource.fixed(NOON),
          new SecureRandom(),
          SharedKeys.ofOneCloud(),
          new Internet().domain("issuer.example", issuer));
  private final Call call = new Call(cloud);

  @BeforeEach
  void aPoolAndAProvider() {
    cloud.directory().project(Seed.PROJECT, "123456789012");
    cloud.federation().pool(POOL);
    provide(Map.of("google.subject", "assertion.sub"), "");
  }

  private void provide(Map<String, String> mapping, String condition) {
    cloud
        .federation()
        .provider(Provider.of(NAME, new Source.Oidc(OutsideIssuer.URL), mapping, condition));
  }

  private void source(Source.Oidc source) {
    cloud
        .federation()
        .provider(Provider.of(NAME, source, Map.of("google.subject", "assertion.sub"), ""));
  }

  private static Map<String, Object> claims() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", OutsideIssuer.URL);
    claims.put("aud", AUDIENCE);
    claims.put("sub", ROLE);
    claims.put("iat", NOW);
    claims.put("exp", NOW + 300);
    return claims;
  }

  private static Map<String, Object> claims(String name, Object value) {
    Map<String, Object> claims = claims();
    claims.put(name, value);
    return claims;
  }

  private static Map<String, String> form(String token) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
    form.put("audience", AUDIENCE);
    form.put("scope", "https://www.googleapis.com/auth/cloud-platform");
    form.put("requested_token_type", ACCESS_TOKEN);
    form.put("subject_token", token);
    form.put("subject_token_type", "urn:ietf:params:oauth:token-type:jwt");
    return form;
  }

  private Call.Answer send(Map<String, String> form) throws IOException {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return call.send("POST", "/v1/token", "", Map.of(), body.getBytes(UTF_8));
  }

  private Call.Answer exchange(Map<String, ?> claims) throws IOException {
    return send(form(OutsideIssuer.token("RS256", claims)));
  }

  private static String refusal(Call.Answer answer) {
    return answer.text("error") + ": " + answer.text("error_description");
  }

  private FederatedPrincipal holder(Call.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return (FederatedPrincipal)
        cloud.accessTokens().find(answer.text("access_token")).orElseThrow().holder();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "ES256", "ES384"})
  void aTokenOfTheIssuerBuysOneOfGoogles(String algorithm) throws IOException {
    Call.Answer answer = send(form(OutsideIssuer.token(algorithm, claims())));

    assertThat(answer.text("access_token")).startsWith("ya29.").hasSizeGreaterThan(900);
    assertThat(answer.text("issued_token_type")).isEqualTo(ACCESS_TOKEN);
    assertThat(answer.text("token_type")).isEqualTo("Bearer");
    assertThat(answer.text("expires_in")).isEqualTo("300");
    assertThat(holder(answer).member())
        .isEqualTo(
            "principal://iam.googleapis.com/projects/123456789012/locations/global/"
                + "workloadIdentityPools/my-aws-app/subject/"
                + ROLE);
  }

  @Test
  void theSameIsAskedInJsonWithNamesInCamelCase() throws IOException {
    Map<String, String> json = new HashMap<>();
    form(OutsideIssuer.token("RS256", claims()))
        .forEach((name, value) -> json.put(camel(name), value));
    byte[] body = JsonMapper.shared().writeValueAsBytes(json);

    Call.Answer answer =
        call.send("POST", "/v1/token", "", Map.of("content-type", "application/json"), body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private static String camel(String name) {
    String capital =
        Arrays.stream(name.split("_"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    return name.charAt(0) + capital.substring(1);
  }

  @ParameterizedTest
  @CsvSource({"30, 30", "3600, 3600", "86400, 3600"})
  void theTokenLivesAsLongAsTheJwtAndAnHourAtMost(long left, String expiresIn) throws IOException {
    assertThat(exchange(claims("exp", NOW + left)).text("expires_in")).isEqualTo(expiresIn);
  }

  /** Columns: parameter, its value (empty for none), the refusal. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          requested_token_type |      | invalid_request: Invalid value of requested_token_type in request.
          requested_token_type | urn:x | invalid_request: Invalid value of requested_token_type in request.
          subject_token_type   |      | invalid_request: subject_token_type must be nonempty.
          scope                |      | invalid_request: Scope(s) must be provided.
          subject_token        | "a.b.c" | invalid_grant: Unable to parse the ID Token.
          subject_token        | ya29.x  | invalid_grant: Unable to parse the ID Token.
          """)
  void aParameterThatIsMissingOrWrongIsNamed(String name, String value, String refusal)
      throws IOException {
    Map<String, String> form = form(OutsideIssuer.token("RS256", claims()));
    if (value == null) {
      form.remove(name);
    } else {
      form.put(name, value);
    }

    Call.Answer answer = send(form);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(refusal(answer)).isEqualTo(refusal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/providers/my-aws-app",
        "//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/my-aws-app",
        "projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/providers/my-aws-app"
      })
  void anAudienceThatIsNoProvidersNameIsRefused(String audience) throws IOException {
    Map<String, String> form = form(OutsideIssuer.token("RS256", claims()));
    form.put("audience", audience);

    assertThat(refusal(send(form)))
        .isEqualTo(
            "invalid_request: Invalid value for \"audience\". This value should be the full"
                + " resource name of the Identity Provider. See"
                + " https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token for the"
                + " list of possible formats.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//iam.googleapis.com/projects/demo-product-sbx/locations/global/workloadIdentityPools/my-aws-app/providers/my-aws-app",
        "//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/providers/other",
        "//iam.googleapis.com/locations/global/workforcePools/p/providers/x"
      })
  void aProviderThatIsNotThereIsAnInvalidTarget(String audience) throws IOException {
    Map<String, String> form = form(OutsideIssuer.token("RS256", claims()));
    form.put("audience", audience);

    assertThat(refusal(send(form))).isEqualTo(NO_TARGET);
  }

  @Test
  void aClosedProviderLetsNobodyInButKeepsItsTokensAlive() throws IOException {
    Call.Answer before = exchange(claims());
    cloud.federation().changeProvider(NAME, it -> it.disabled(true));

    assertThat(refusal(exchange(claims()))).isEqualTo(NO_TARGET);
    assertThat(cloud.accessTokens().find(before.text("access_token"))).isPresent();
  }

  @Test
  void aClosedPoolEndsItsTokens() throws IOException {
    Call.Answer before = exchange(claims());
    cloud.federation().pool(POOL.disabled(true));

    assertThat(refusal(exchange(claims()))).isEqualTo(NO_TARGET);
    assertThat(cloud.accessTokens().find(before.text("access_token"))).isEmpty();
    cloud.federation().pool(POOL);
    assertThat(cloud.accessTokens().find(before.text("access_token"))).isPresent();
  }

  @Test
  void theAudienceOfTheTokenIsTheProvidersNameWithOrWithoutScheme() throws IOException {
    assertThat(exchange(claims("aud", "https:" + AUDIENCE)).status()).isEqualTo(200);
    assertThat(exchange(claims("aud", List.of("x", AUDIENCE))).status()).isEqualTo(200);
    assertThat(refusal(exchange(claims("aud", "sts.googleapis.com"))))
        .isEqualTo(
            "invalid_grant: The audience in ID Token [sts.googleapis.com] does not match the"
                + " expected audience.");
    assertThat(refusal(exchange(claims("aud", null))))
        .isEqualTo(
            "invalid_grant: The audience in ID Token [] does not match the expected audience.");
  }

  @Test
  void audiencesOfTheProvidersOwnReplaceItsName() throws IOException {
    source(new Source.Oidc(OutsideIssuer.URL, List.of("mine"), null));

    assertThat(exchange(claims("aud", "mine")).status()).isEqualTo(200);
    assertThat(refusal(exchange(claims())))
        .isEqualTo(
            "invalid_grant: The audience in ID Token [%s] does not match the expected audience."
                .formatted(AUDIENCE));
  }

  @ParameterizedTest
  @CsvSource({"https://issuer.example/", "https://sts.amazonaws.com", "HTTPS://issuer.example"})
  void theIssuerIsComparedToTheLetter(String other) throws IOException {
    assertThat(refusal(exchange(claims("iss", other))))
        .isEqualTo(
            "invalid_grant: The issuer in ID Token %s does not match the expected one in config:"
                    .formatted(other)
                + " https://issuer.example.");
  }

  /** Columns: seconds from now of issue and expiry, whether it is fresh; as measured. */
  @ParameterizedTest
  @CsvSource({
    "60, 3600, true",
    "119, 3600, false",
    "-7200, 300, true",
    "-300, -59, true",
    "-300, -61, false",
    "-90000, 300, true",
  })
  void timesMayBeOffByAMinute(long issued, long expires, boolean fresh) throws IOException {
    Map<String, Object> claims = claims("iat", NOW + issued);
    claims.put("exp", NOW + expires);

    Call.Answer answer = exchange(claims);

    if (fresh) {
      assertThat(answer.status()).isEqualTo(200);
    } else {
      assertThat(refusal(answer))
          .isEqualTo(
              "invalid_grant: ID Token issued at %d is stale to sign-in.".formatted(NOW + issued));
    }
  }

  @Test
  void aTokenWithoutTimesIsStale() throws IOException {
    Map<String, Object> claims = claims();
    claims.remove("iat");

    assertThat(refusal(exchange(claims)))
        .isEqualTo("invalid_grant: ID Token issued at null is stale to sign-in.");
  }

  @Test
  void anIssuerThatIsDownAndAKeyThatIsNotThereLookTheSame() throws IOException {
    assertThat(refusal(send(form(OutsideIssuer.token("RS256", "gone", "RS256", claims())))))
        .isEqualTo(UNREACHED);
    issuer.reachable = false;
    assertThat(refusal(exchange(claims()))).isEqualTo(UNREACHED);
  }

  @Test
  void aKnownKeyIdUnderAnotherKeysSignatureIsABadSignature() throws IOException {
    String forged = OutsideIssuer.token("RS256", "RS256", "not published", claims());

    assertThat(refusal(send(form(forged))))
        .isEqualTo("invalid_grant: Unable to verify the ID Token signature.");
  }

  @Test
  void uploadedKeysTakeThePlaceOfDiscovery() throws IOException {
    issuer.reachable = false;
    var keys = new JWKSet(OutsideIssuer.published().getKeys().subList(0, 2));
    source(new Source.Oidc(OutsideIssuer.URL, List.of(), keys.toString()));

    assertThat(send(form(OutsideIssuer.token("ES256", claims()))).status()).isEqualTo(200);
    assertThat(refusal(send(form(OutsideIssuer.token("ES384", claims()))))).isEqualTo(UNREACHED);
  }

  @Test
  void theConditionIsAskedBeforeTheSubject() throws IOException {
    provide(
        Map.of("google.subject", "assertion.sub"), "assertion.sub.startsWith('arn:aws:iam::111')");
    assertThat(exchange(claims()).status()).isEqualTo(200);

    String refused =
        "unauthorized_client: The given credential is rejected by the attribute condition.";
    assertThat(refusal(exchange(claims("sub", "arn:aws:iam::444:role/x")))).isEqualTo(refused);
    Map<String, Object> noSubject = claims();
    noSubject.remove("sub");
    assertThat(refusal(exchange(noSubject))).isEqualTo(refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"assertion.nope", "assertion.sub.extract('x/{name}/')"})
  void aMappingThatGivesNoTextGivesNoSubject(String mapping) throws IOException {
    provide(Map.of("google.subject", mapping), "");

    assertThat(refusal(exchange(claims())))
        .isEqualTo(
            "unauthorized_client: Could not obtain a value for google.subject from the given"
                + " credential.");
  }

  /** As reported of the subject, and documented of lists. */
  @ParameterizedTest
  @CsvSource({"google.subject, assertion.iat", "attribute.x, [assertion.sub]", "attribute.x, true"})
  void whatIsMappedIsAText(String attribute, String expression) throws IOException {
    provide(
        attribute.equals("google.subject")
            ? Map.of(attribute, expression)
            : Map.of("google.subject", "assertion.sub", attribute, expression),
        "");

    assertThat(refusal(exchange(claims())))
        .isEqualTo(
            "unauthorized_client: The mapped attribute '%s' must be of type STRING."
                .formatted(attribute));
  }

  @Test
  void aSubjectHas127BytesAtMost() throws IOException {
    assertThat(exchange(claims("sub", "x".repeat(127))).status()).isEqualTo(200);
    String expected =
        "invalid_request: The size of mapped attribute google.subject exceeds the 127 bytes limit."
            + " Either modify your attribute mapping or the incoming assertion to produce a mapped"
            + " attribute that is less than 127 bytes.";
    assertThat(refusal(exchange(claims("sub", "x".repeat(128))))).isEqualTo(expected);
    assertThat(refusal(exchange(claims("sub", "ä".repeat(64))))).isEqualTo(expected);
  }

  @Test
  void attributesAndGroupsBecomeWaysToNameThePrincipal() throws IOException {
    provide(
        Map.of(
            "google.subject", "assertion.sub.extract('role/{role}')",
            "google.groups", "assertion.teams",
            "attribute.account", "assertion['https://sts.amazonaws.com/'].aws_account",
            "attribute.missing", "assertion.nope"),
        "attribute.account == '111122223333' && 'a' in google.groups");
    Map<String, Object> claims =
        claims("https://sts.amazonaws.com/", Map.of("aws_account", "111122223333"));
    claims.put("teams", List.of("a", "b"));

    FederatedPrincipal holder = holder(exchange(claims));

    assertThat(holder.subject()).isEqualTo("LambdaOutboundSTSRole");
    assertThat(holder.groups()).containsExactly("a", "b");
    assertThat(holder.attributes()).containsExactly(Map.entry("account", "111122223333"));
  }

  @Test
  void aFederatedPrincipalActsAsAServiceAccountThatLetsIt() throws IOException {
    cloud.directory().serviceAccount("target", Seed.PROJECT, "901");
    String email = "target@" + Seed.PROJECT + ".iam.gserviceaccount.com";
    String token = exchange(claims()).text("access_token");
    String path = "/v1/projects/-/serviceAccounts/" + email + ":generateAccessToken";
    String body = "{\"scope\":[\"https://www.googleapis.com/auth/cloud-platform\"]}";
    assertThat(call.post(path, token, body).json().path("error").path("message").asString())
        .isEqualTo(
            "Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not"
                + " exist).");

    cloud
        .policies()
        .grant(
            cloud.serviceAccount(email),
            Roles.WORKLOAD_IDENTITY_USER,
            "principal://iam.googleapis.com/" + POOL.name() + "/subject/" + ROLE);

    assertThat(call.post(path, token, body).text("accessToken")).startsWith("ya29.");
    String idToken = path.replace("generateAccessToken", "generateIdToken");
    assertThat(call.post(idToken, token, "{\"audience\":\"x\"}").claims("token"))
        .containsEntry("sub", "901");
  }

  @Test
  void introspectionTellsWhoseTokenItIs() throws IOException {
    String token = exchange(claims()).text("access_token");
    String body = "token=" + token + "&token_type_hint=" + ACCESS_TOKEN;

    Call.Answer answer = call.send("POST", "/v1/introspect", "", Map.of(), body.getBytes(UTF_8));

    assertThat(answer.json().path("active").booleanValue()).isTrue();
    assertThat(answer.text("username"))
        .isEqualTo("principal://iam.googleapis.com/" + POOL.name() + "/subject/" + ROLE);
    assertThat(
            call.send("POST", "/v1/introspect", "", Map.of(), "token=x".getBytes(UTF_8))
                .json()
                .path("active")
                .booleanValue())
        .isFalse();
  }
}
