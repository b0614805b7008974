package dev.crosstrust.sandbox.aws.sts;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import dev.crosstrust.sandbox.aws.StoredCredential;
import dev.crosstrust.sandbox.aws.account.Role;
import dev.crosstrust.sandbox.aws.account.SessionGrant;
import dev.crosstrust.sandbox.aws.cloud.TestCloud;
import dev.crosstrust.sandbox.aws.cloud.TestCloud.Answer;
import dev.crosstrust.sandbox.wire.Request;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GetWebIdentityTokenTest {
  private static final String ISSUER =
      "https://a1b2c3d4-0000-4000-8000-111122223333.tokens.sts.global.api.aws";
  private static final String GOOGLE =
      "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/p";
  private static final String REFUSED =
      "403 AccessDenied: User: arn:aws:sts::111122223333:assumed-role/Lambda/run-1 is not"
          + " authorized to perform: sts:%1$s on resource: arn:aws:sts::111122223333:self because"
          + " no identity-based policy allows the sts:%1$s action";
  private static final String LONG = "x".repeat(1001);

  private final TestCloud cloud = new TestCloud();

  @BeforeEach
  void theAccountVouchesForItsPrincipals() {
    cloud.account.outbound().enable(ISSUER);
  }

  @Test
  void aSessionIsNamedByItsRoleWithThePathAndWithoutTheSession() throws Exception {
    Answer answer = ask(session("{}"), Map.of());

    JWSObject token = JWSObject.parse(answer.text("WebIdentityToken"));
    assertThat(token.getHeader().toJSONObject())
        .containsExactlyInAnyOrderEntriesOf(Map.of("kid", "RSA_0", "typ", "JWT", "alg", "RS256"));
    assertThat(claims(token))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"aud": "%s", "sub": "arn:aws:iam::111122223333:role/team/Lambda",
                     "https://sts.amazonaws.com/": {
                       "aws_account": "111122223333", "source_region": "eu-west-1",
                       "principal_id": "arn:aws:iam::111122223333:role/team/Lambda",
                       "original_session_exp": "2026-11-21T13:00:00Z"},
                     "iss": "%s", "iat": 1795262400, "exp": 1795262700, "jti": "%s"}
                    """
                        .formatted(GOOGLE, ISSUER, claims(token).path("jti").stringValue())));
    assertThat(claims(token).path("jti").stringValue()).hasSize(36);
    assertThat(answer.text("Expiration")).isEqualTo("2026-11-21T12:05:00Z");
    assertThat(verifies(token)).isTrue();
  }

  @Test
  void aUserIsNamedByItself() throws Exception {
    cloud.account.addUser("ada", it -> it.inline("own", policy("sts:GetWebIdentityToken", "{}")));

    Answer answer = ask(cloud.account.addAccessKey("ada"), Map.of());

    JWSObject token = JWSObject.parse(answer.text("WebIdentityToken"));
    assertThat(claims(token).path("sub").stringValue())
        .isEqualTo("arn:aws:iam::111122223333:user/ada");
    assertThat(claims(token).path("https://sts.amazonaws.com/").has("original_session_exp"))
        .isFalse();
  }

  @Test
  void theOtherAlgorithmSignsWithTheOtherPublishedKey() throws Exception {
    Answer answer = ask(session("{}"), Map.of("SigningAlgorithm", "ES384"));

    JWSObject token = JWSObject.parse(answer.text("WebIdentityToken"));
    assertThat(token.getHeader().getKeyID()).isEqualTo("EC384_0");
    assertThat(verifies(token)).isTrue();
  }

  @Test
  void severalAudiencesStayAListWithItsDoubles() throws Exception {
    Answer answer =
        ask(session("{}"), Map.of("Audience.member.2", "b", "Audience.member.3", GOOGLE));

    assertThat(claims(JWSObject.parse(answer.text("WebIdentityToken"))).path("aud"))
        .isEqualTo(JsonMapper.shared().valueToTree(List.of(GOOGLE, "b", GOOGLE)));
  }

  @Test
  void tagsNeedAPermissionOfTheirOwnAndBecomeClaims() throws Exception {
    Map<String, String> tag = Map.of("Tags.member.1.Key", "env", "Tags.member.1.Value", "dev");
    assertThat(ask(session("{}"), tag).refusal())
        .isEqualTo(REFUSED.formatted("TagGetWebIdentityToken"));

    StoredCredential tagger =
        session(
            policy(
                "sts:*GetWebIdentityToken",
                "{\"StringEquals\": {\"aws:RequestTag/env\": \"dev\"}}"));
    Answer answer = ask(tagger, tag);
    assertThat(
            claims(JWSObject.parse(answer.text("WebIdentityToken")))
                .path("https://sts.amazonaws.com/")
                .path("request_tags"))
        .isEqualTo(JsonMapper.shared().readTree("{\"env\": \"dev\"}"));
  }

  /** Columns: the condition of the role's policy, a parameter, its value, whether it is allowed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"StringEquals": {"sts:IdentityTokenAudience": "a"}}       | Audience.member.1 | a     | true
          {"StringEquals": {"sts:IdentityTokenAudience": "a"}}       | Audience.member.1 | b     | false
          {"StringEquals": {"sts:IdentityTokenAudience": "a"}}       | Audience.member.2 | a     | false
          {"ForAllValues:StringEquals": {"sts:IdentityTokenAudience": ["a", "b"]}} | Audience.member.1 | b | true
          {"NumericLessThanEquals": {"sts:DurationSeconds": "300"}}  | DurationSeconds   | 300   | true
          {"NumericLessThanEquals": {"sts:DurationSeconds": "300"}}  | DurationSeconds   | 301   | false
          {"StringEquals": {"sts:SigningAlgorithm": "ES384"}}        | SigningAlgorithm  | ES384 | true
          {"StringEquals": {"sts:SigningAlgorithm": "ES384"}}        | SigningAlgorithm  | RS256 | false
          """)
  void policiesSeeWhatIsAskedFor(
      String condition, String parameter, String value, boolean allowed) {
    Answer answer =
        ask(session(policy("sts:GetWebIdentityToken", condition)), Map.of(parameter, value));

    if (allowed) {
      assertThat(answer.status()).isEqualTo(200);
    } else {
      assertThat(answer.refusal()).isEqualTo(REFUSED.formatted("GetWebIdentityToken"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DurationSeconds  | 59    | 1 validation error detected: Value '59' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 60
          DurationSeconds  | 3601  | 1 validation error detected: Value '3601' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 3600
          SigningAlgorithm | rs256 | Requested SigningAlgorithm is not supported. See the GetWebIdentityToken documentation for supported algorithms
          SigningAlgorithm | ES256 | Requested SigningAlgorithm is not supported. See the GetWebIdentityToken documentation for supported algorithms
          """)
  void whatIsWrongWithAParameterIsSaid(String parameter, String value, String message) {
    assertThat(ask(session("{}"), Map.of(parameter, value)).refusal())
        .isEqualTo("400 ValidationError: " + message);
  }

  @Test
  void audiencesAreOneToTenOfLimitedLength() {
    StoredCredential caller = session("{}");
    assertThat(
            cloud
                .call(
                    caller,
                    "sts",
                    Map.of("Action", "GetWebIdentityToken", "SigningAlgorithm", "RS256"))
                .refusal())
        .isEqualTo(
            "400 ValidationError: 1 validation error detected: Value null at 'audience' failed to"
                + " satisfy constraint: Member must not be null");
    Map<String, String> eleven = new LinkedHashMap<>();
    for (int i = 1; i <= 11; i++) {
      eleven.put("Audience.member." + i, "a");
    }
    assertThat(ask(caller, eleven).refusal())
        .endsWith("Member must have length less than or equal to 10");
    eleven.remove("Audience.member.11");
    assertThat(ask(caller, eleven).status()).isEqualTo(200);
    assertThat(ask(caller, Map.of("Audience.member.1", LONG)).refusal())
        .endsWith(
            "[Member must have length less than or equal to 1000, Member must have length"
                + " greater than or equal to 1]");
  }

  @Test
  void keysOfTagsDifferInMoreThanCase() {
    Map<String, String> tags =
        Map.of(
            "Tags.member.1.Key",
            "env",
            "Tags.member.1.Value",
            "a",
            "Tags.member.2.Key",
            "ENV",
            "Tags.member.2.Value",
            "b");

    assertThat(ask(session("{}"), tags).refusal())
        .isEqualTo(
            "400 InvalidParameterValue: Duplicate tag keys found. Please note that Tag keys are"
                + " case insensitive.");
  }

  @Test
  void permissionIsAskedBeforeTheSwitchOfTheAccount() {
    StoredCredential allowed = session("{}");
    cloud.account.outbound().disable();

    assertThat(ask(allowed, Map.of()).refusal())
        .isEqualTo(
            "403 OutboundWebIdentityFederationDisabledException: OutboundWebIdentityFederation is"
                + " disabled.");
    assertThat(ask(session(policy("s3:*", "{}")), Map.of()).refusal())
        .isEqualTo(REFUSED.formatted("GetWebIdentityToken"));
  }

  @Test
  void aTokenDoesNotOutliveTheSessionThatAsksForIt() {
    StoredCredential caller = session("{}");
    cloud.now = cloud.now.plus(Duration.ofMinutes(56));

    assertThat(ask(caller, Map.of()).refusal())
        .isEqualTo(
            "403 SessionDurationEscalationException: Requested token expiry time must be before"
                + " the original session's expiry time.");
    assertThat(ask(caller, Map.of("DurationSeconds", "60")).status()).isEqualTo(200);
  }

  @Test
  void theGlobalEndpointDoesNotGiveTokens() {
    String authorization =
        "AWS4-HMAC-SHA256 Credential=%s/20261121/us-east-1/sts/aws4_request, Signature=0"
            .formatted(session("{}").accessKeyId());
    Answer answer =
        cloud.send(
            new Request(
                "GET",
                "/",
                "Action=GetWebIdentityToken",
                Map.of(
                    "authorization", List.of(authorization), "host", List.of("sts.amazonaws.com")),
                TestCloud.stream("")));

    assertThat(answer.refusal())
        .isEqualTo("400 InvalidAction: Operation not supported on STS global endpoint");
  }

  @Test
  void aPayloadHasItsLimit() {
    StoredCredential caller = session(policy("sts:*", "{}"));
    Map<String, String> tags = new LinkedHashMap<>();
    for (int i = 1; i <= 50; i++) {
      tags.put("Tags.member." + i + ".Key", "k%03d".formatted(i) + "k".repeat(120));
      tags.put("Tags.member." + i + ".Value", "v".repeat(250));
    }

    assertThat(ask(caller, tags).refusal()).startsWith("400 JWTPayloadSizeExceededException: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/.well-known/openid-configuration", "/.well-known/jwks.json"})
  void anAccountWithoutAnIssuerPublishesNothing(String path) {
    TestCloud other = new TestCloud();

    assertThat(get(other, path).body()).isEqualTo("s3 ");
  }

  @Test
  void discoveryLeadsToTheKeys() {
    JsonNode discovery =
        JsonMapper.shared().readTree(get(cloud, "/.well-known/openid-configuration").body());

    assertThat(discovery.path("issuer").stringValue()).isEqualTo(ISSUER);
    assertThat(discovery.path("jwks_uri").stringValue())
        .isEqualTo(ISSUER + "/.well-known/jwks.json");
    assertThat(discovery.path("id_token_signing_alg_values_supported"))
        .isEqualTo(JsonMapper.shared().readTree("[\"RS256\", \"ES384\"]"));
    assertThat(get(cloud, "/.well-known/jwks.json").body()).doesNotContain("\"d\"");
  }

  private boolean verifies(JWSObject token) throws ParseException, JOSEException {
    JWKSet keys = JWKSet.parse(get(cloud, "/.well-known/jwks.json").body());
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
    return token.verify(
        key.getKeyID().equals("RSA_0")
            ? new RSASSAVerifier(key.toRSAKey())
            : new ECDSAVerifier(key.toECKey()));
  }

  private static Answer get(TestCloud cloud, String path) {
    return cloud.send(new Request("GET", path, "", Map.of(), TestCloud.stream("")));
  }

  private static JsonNode claims(JWSObject token) {
    return JsonMapper.shared().readTree(token.getPayload().toBytes());
  }

  private StoredCredential session(String policy) {
    String own = policy.equals("{}") ? policy("sts:GetWebIdentityToken", "{}") : policy;
    Role role =
        cloud.account.addRole(
            "Lambda",
            "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": {\"Service\": \"x\"},"
                + " \"Action\": \"sts:AssumeRole\"}}",
            it -> it.at("/team/").inline("own", own));
    return cloud
        .accounts
        .startSession(SessionGrant.of(role, "run-1", Duration.ofHours(1)))
        .credential();
  }

  private static String policy(String action, String condition) {
    return """
    {"Statement": {"Effect": "Allow", "Action": "%s", "Resource": "*", "Condition": %s}}\
    """
        .formatted(action, condition);
  }

  private Answer ask(StoredCredential credential, Map<String, String> more) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("Action", "GetWebIdentityToken");
    form.put("Version", "2011-06-15");
    form.put("Audience.member.1", GOOGLE);
    form.put("SigningAlgorithm", "RS256");
    form.putAll(more);
    return cloud.call(credential, "sts", form);
  }
}
