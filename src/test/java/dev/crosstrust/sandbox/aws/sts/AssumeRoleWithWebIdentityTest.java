package dev.crosstrust.sandbox.aws.sts;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import dev.crosstrust.sandbox.aws.cloud.GoogleToken;
import dev.crosstrust.sandbox.aws.cloud.TestCloud;
import dev.crosstrust.sandbox.aws.cloud.TestCloud.Answer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssumeRoleWithWebIdentityTest {
  private static final String ROLE_ARN = "arn:aws:iam::111122223333:role/GCPWorkloadIAMRole";
  private static final String NOT_VALIDATED =
      "400 InvalidIdentityToken: The web identity token provided could not be validated. See the"
          + " AssumeRoleWithWebIdentity documentation for requirements.";
  private static final String NOT_AUTHORIZED =
      "403 AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity";
  private static final String CONDITION =
      """
      {"StringEquals": {"accounts.google.com:oaud": "sts.amazonaws.com",
                        "accounts.google.com:sub": "114809731204417780391"}}\
      """;

  private final TestCloud cloud = new TestCloud();

  @BeforeEach
  void theRoleOfTheStory() {
    cloud.account.addRole("GCPWorkloadIAMRole", trust(CONDITION), UnaryOperator.identity());
  }

  @Test
  void aTokenThatTheRoleTrustsBuysKeys() {
    Answer answer = exchange(token());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith(
            "<AssumeRoleWithWebIdentityResponse"
                + " xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                + "<AssumeRoleWithWebIdentityResult>");
    assertThat(answer.text("Arn"))
        .isEqualTo("arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp-session");
    assertThat(answer.text("AssumedRoleId")).matches("AROA[A-Z2-7]{17}:gcp-session");
    assertThat(answer.text("AccessKeyId")).matches("ASIA[A-Z2-7]{16}");
    assertThat(answer.text("SecretAccessKey")).hasSize(40);
    assertThat(answer.text("SessionToken")).hasSize(356);
    assertThat(answer.text("Expiration")).isEqualTo("2026-11-21T13:00:00Z");
    assertThat(answer.text("Provider")).isEqualTo("accounts.google.com");
    assertThat(answer.text("Audience")).isEqualTo("114809731204417780391");
    assertThat(answer.text("SubjectFromWebIdentityToken")).isEqualTo("114809731204417780391");
    assertThat(answer.text("RequestId")).isEqualTo(answer.headers().get("x-amzn-RequestId"));
    assertThat(answer.body()).doesNotContain("PackedPolicySize");
  }

  @Test
  void withoutAuthorizedPartyTheAudienceIsTheAudience() {
    assertThat(exchange(token().without("azp")).text("Audience")).isEqualTo("sts.amazonaws.com");
  }

  @Test
  void theKeysAreKnownAndExpireWhenTheySay() {
    String key = exchange(token()).text("AccessKeyId");

    assertThat(cloud.accounts.find(key).orElseThrow().expires())
        .isEqualTo(cloud.now.plus(Duration.ofHours(1)));
  }

  /** Columns: the trust policy's condition, the outcome for a token whose azp is an e-mail. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"StringEquals": {"accounts.google.com:oaud": "sts.amazonaws.com"}}  | true
          {"StringEquals": {"accounts.google.com:aud": "sts.amazonaws.com"}}   | false
          {"StringEquals": {"accounts.google.com:aud": "sa@p.iam.gserviceaccount.com"}} | true
          {"StringEquals": {"accounts.google.com:azp": "sa@p.iam.gserviceaccount.com"}} | false
          {"StringEquals": {"accounts.google.com:sub": 114809731204417780391}} | true
          {"StringEquals": {"accounts.google.com:sub": "114809731204417780390"}} | false
          {"StringEquals": {"accounts.google.com:oaud": "STS.amazonaws.com"}}  | false
          {"StringEquals": {"ACCOUNTS.google.com:OAUD": "sts.amazonaws.com"}}  | true
          {"StringLike": {"accounts.google.com:sub": "1148*"}}                 | true
          {"StringEquals": {"accounts.google.com:sub": "1148*"}}               | false
          {"Bool": {"sts:RoleAuthorizedByIdp": "false"}}                       | true
          {"StringEquals": {"sts:RoleSessionName": "gcp-session"}}             | true
          {"DateLessThan": {"aws:CurrentTime": "2026-11-21T12:00:01Z"}}        | true
          {"NumericEquals": {"accounts.google.com:google/organization_number": 42}} | true
          {}                                                                   | true
          """)
  void theTrustPolicyDecides(String condition, boolean admitted) {
    cloud.account.changeRole("GCPWorkloadIAMRole", role -> role.trusting(trust(condition)));
    GoogleToken token =
        token()
            .with("azp", "sa@p.iam.gserviceaccount.com")
            .with("google", Map.of("organization_number", 42));

    Answer answer = exchange(token);

    assertThat(answer.status() == 200 ? "admitted" : answer.refusal())
        .isEqualTo(admitted ? "admitted" : NOT_AUTHORIZED);
  }

  @Test
  void aMissingRoleIsRefusedInTheSameWords() {
    assertThat(exchange(token(), Map.of("RoleArn", ROLE_ARN + "2")).refusal())
        .isEqualTo(NOT_AUTHORIZED);
    assertThat(
            exchange(token(), Map.of("RoleArn", "arn:aws:iam::999999999999:role/Nobody")).refusal())
        .isEqualTo(NOT_AUTHORIZED);
    assertThat(cloud.accounts.findAccount("999999999999")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Federated\": \"accounts.google.com\"}, \"Action\": \"sts:AssumeRole\"",
        "{\"Federated\": \"cognito-identity.amazonaws.com\"}, \"Action\": \"sts:*\"",
        "{\"AWS\": \"*\"}, \"Action\": \"sts:AssumeRoleWithWebIdentity\"",
        "{\"Federated\": \"arn:aws:iam::111122223333:oidc-provider/accounts.google.com\"},"
            + " \"Action\": \"sts:AssumeRoleWithWebIdentity\"",
      })
  void anotherPrincipalOrActionIsNotEnough(String principalAndAction) {
    String policy =
        "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": " + principalAndAction + "}}";
    cloud.account.changeRole("GCPWorkloadIAMRole", role -> role.trusting(policy));

    assertThat(exchange(token()).refusal()).isEqualTo(NOT_AUTHORIZED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "sub", "aud", "iat", "exp"})
  void aRequiredClaimIsMissed(String claim) {
    assertThat(exchange(token().without(claim)).refusal())
        .isEqualTo("400 InvalidIdentityToken: Missing a required claim: " + claim);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ya29.a0AbCdEf", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "file:///token"})
  void whatIsNoJwtIsNamedSo(String text) {
    assertThat(exchange(text, Map.of()).refusal())
        .isEqualTo(
            "400 InvalidIdentityToken: The ID Token provided is not a valid JWT. (You may see this"
                + " error if you sent an Access Token)");
  }

  @Test
  void claimsOfAWrongFormAreRefused() {
    assertThat(exchange(token().with("aud", "")).refusal())
        .isEqualTo("400 InvalidIdentityToken: Claim is not allowed to be empty: aud");
    assertThat(exchange(token().with("aud", List.of("a", "b")).without("azp")).refusal())
        .isEqualTo(
            "400 InvalidIdentityToken: Token audience contains more than one audience while"
                + " authorized party is not present");
    assertThat(exchange(token().with("exp", 1795266000.5)).refusal())
        .isEqualTo("400 InvalidIdentityToken: Invalid timestamp in token claims.");
    assertThat(exchange(token().with("sub", null)).refusal())
        .isEqualTo("500 InternalFailure: Unknown error validating third-party token");
    assertThat(exchange(token().with("azp", "")).refusal()).isEqualTo(NOT_VALIDATED);
  }

  @Test
  void unusualFormsThatPass() {
    assertThat(exchange(token().with("aud", List.of("sts.amazonaws.com"))).status()).isEqualTo(200);
    assertThat(exchange(token().with("exp", "1795266000")).status()).isEqualTo(200);
    assertThat(exchange(token().with("iss", "accounts.google.com")).status()).isEqualTo(200);
    String twice =
        """
        {"iss":"https://accounts.google.com","sub":"x","sub":"114809731204417780391",
         "aud":"sts.amazonaws.com","iat":1795262400,"exp":1795266000}\
        """;
    assertThat(exchange(token().compact(twice), Map.of()).status()).isEqualTo(200);
  }

  /** Columns: seconds from now on, outcome; the printed clock is five minutes off. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exp | -299 |
          exp | -300 | 400 ExpiredTokenException: Token expired: current date/time 1795262100 must be before the expiration date/time 1795262100
          exp | -900 | 400 ExpiredTokenException: Token expired: current date/time 1795262100 must be before the expiration date/time 1795261500
          nbf | 300  |
          nbf | 301  | 400 InvalidIdentityToken: Token not yet valid: current date/time 1795262700 must be after or equal to the not-before date/time 1795262701
          iat | 300  |
          iat | 301  | 400 InvalidIdentityToken: Token issued in the future: 1795262701
          iat | -86401 | 400 ExpiredTokenException: Token too old: 86401
          """)
  void timesHaveFiveMinutesEachWay(String claim, long seconds, String refusal) {
    Answer answer = exchange(token().with(claim, cloud.now.getEpochSecond() + seconds));

    assertThat(answer.status() == 200 ? null : answer.refusal()).isEqualTo(refusal);
  }

  @Test
  void anUnknownIssuerAndAnUnreachableOneReadTheSame() {
    assertThat(exchange(token().with("iss", "https://issuer.example")).refusal())
        .isEqualTo(NOT_VALIDATED);
    cloud.issuers.clear();
    assertThat(exchange(token()).refusal()).isEqualTo(NOT_VALIDATED);
  }

  @Test
  void theSignatureIsVerified() {
    assertThat(exchange(token().signedBy(TestCloud.key("g1"))).refusal()).isEqualTo(NOT_VALIDATED);
    assertThat(exchange(token().keyId("gone")).refusal()).isEqualTo(NOT_VALIDATED);
    assertThat(exchange(token().algorithm(JWSAlgorithm.PS256)).refusal()).isEqualTo(NOT_VALIDATED);
    assertThat(exchange(token().algorithm(JWSAlgorithm.RS512)).status()).isEqualTo(200);
    String compact = token().compact();
    String other = token().with("email", "x@example.com").compact();
    String mixed =
        compact.substring(0, compact.indexOf('.'))
            + other.substring(other.indexOf('.'), other.lastIndexOf('.'))
            + compact.substring(compact.lastIndexOf('.'));
    assertThat(exchange(mixed, Map.of()).refusal()).isEqualTo(NOT_VALIDATED);
  }

  @Test
  void aTokenWithoutKeyIdNeedsASingleKey() {
    assertThat(exchange(token().keyId(null)).status()).isEqualTo(200);
    cloud.issuers.put(
        TestCloud.GOOGLE,
        new JWKSet(List.of(TestCloud.GOOGLE_KEY.toPublicJWK(), TestCloud.key("g2").toPublicJWK())));
    assertThat(exchange(token().keyId(null)).refusal()).isEqualTo(NOT_VALIDATED);
  }

  @Test
  void aRegisteredProviderForGoogleTakesTheBuiltInOnesPlace() {
    cloud.account.addOidcProvider(
        "https://accounts.google.com", List.of("sts.amazonaws.com"), List.of());
    assertThat(exchange(token()).refusal()).isEqualTo(NOT_VALIDATED);
    assertThat(exchange(token().without("azp")).status()).isEqualTo(200);

    cloud.account.addOidcProvider(
        "https://accounts.google.com", List.of(GoogleToken.SUBJECT), List.of());
    assertThat(exchange(token()).text("Provider"))
        .isEqualTo("arn:aws:iam::111122223333:oidc-provider/accounts.google.com");

    cloud.account.removeOidcProvider("https://accounts.google.com");
    assertThat(exchange(token()).text("Provider")).isEqualTo("accounts.google.com");
  }

  @Test
  void aRegisteredProviderIsNamedByItsArn() {
    cloud.account.addOidcProvider("https://issuer.example/path", List.of("me"), List.of());
    cloud.issuers.put(
        "https://issuer.example/path", new JWKSet(TestCloud.GOOGLE_KEY.toPublicJWK()));
    cloud.account.changeRole(
        "GCPWorkloadIAMRole",
        role ->
            role.trusting(
                """
                {"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
                 "Principal": {"Federated":
                   "arn:aws:iam::111122223333:oidc-provider/issuer.example/path"},
                 "Condition": {"StringEquals": {"issuer.example/path:aud": "me"}}}}\
                """));
    GoogleToken token =
        token().with("iss", "https://issuer.example/path").with("aud", "me").without("azp");

    assertThat(exchange(token).text("Provider"))
        .isEqualTo("arn:aws:iam::111122223333:oidc-provider/issuer.example/path");
    assertThat(exchange(token.with("iss", "https://issuer.example/path/")).refusal())
        .isEqualTo(NOT_VALIDATED);
  }

  @Test
  void theRolesClaimIsHeardBeforeTheTrustPolicy() {
    String claim = "https://aws.amazon.com/roles";
    cloud.account.changeRole(
        "GCPWorkloadIAMRole",
        role -> role.trusting(trust("{\"Bool\": {\"sts:RoleAuthorizedByIdp\": \"true\"}}")));

    assertThat(exchange(token().with(claim, List.of("x", ROLE_ARN))).status()).isEqualTo(200);
    assertThat(exchange(token().with(claim, "x; " + ROLE_ARN)).status()).isEqualTo(200);
    assertThat(exchange(token()).refusal()).isEqualTo(NOT_AUTHORIZED);
    assertThat(exchange(token().with(claim, List.of("x"))).refusal())
        .isEqualTo(
            "400 InvalidIdentityToken: The target role ARN is not present in the roles claim of the"
                + " identity token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RoleSessionName | bad session!! | Value 'bad session!!' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*
          RoleSessionName | x             | Value 'x' at 'roleSessionName' failed to satisfy constraint: Member must have length greater than or equal to 2
          DurationSeconds | 100           | Value '100' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900
          DurationSeconds | 43201         | Value '43201' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200
          WebIdentityToken | abc          | Value at 'webIdentityToken' failed to satisfy constraint: Member must have length greater than or equal to 4
          """)
  void parametersAreValidatedFirst(String parameter, String value, String violation) {
    assertThat(exchange(token(), Map.of(parameter, value)).refusal())
        .isEqualTo("400 ValidationError: 1 validation error detected: " + violation);
  }

  @Test
  void allViolationsAreToldAtOnce() {
    assertThat(exchange(token(), Map.of("RoleSessionName", "x", "DurationSeconds", "1")).refusal())
        .startsWith("400 ValidationError: 2 validation errors detected: Value 'x' at")
        .contains("; Value '1' at 'durationSeconds'");
  }

  @Test
  void durationIsBoundedByTheRoleAndNotByTheToken() {
    assertThat(exchange(token(), Map.of("DurationSeconds", "3601")).refusal())
        .isEqualTo(
            "400 ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set"
                + " for this role.");
    cloud.account.changeRole("GCPWorkloadIAMRole", it -> it.maxSession(Duration.ofHours(12)));
    assertThat(exchange(token(), Map.of("DurationSeconds", "43200")).text("Expiration"))
        .isEqualTo("2026-11-22T00:00:00Z");
  }

  @Test
  void sessionPoliciesAreReadAndMeasured() {
    String policy =
        "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}}";
    assertThat(exchange(token(), Map.of("Policy", policy)).text("PackedPolicySize"))
        .matches("[1-9]\\d?");
    assertThat(exchange(token(), Map.of("Policy", "{")).refusal())
        .isEqualTo("400 MalformedPolicyDocument: This policy contains invalid Json");
    assertThat(
            exchange(
                    token(),
                    Map.of(
                        "PolicyArns.member.1.arn",
                        "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void theSessionTokenIsPaddedOnDemand() {
    assertThat(exchange(token(), Map.of("MinimumSessionTokenSize", "4096")).text("SessionToken"))
        .hasSize(4096);
  }

  @Test
  void aProviderIdIsNotForIdTokens() {
    assertThat(exchange(token(), Map.of("ProviderId", "accounts.google.com")).refusal())
        .startsWith("403 AccessDenied: Unrecognized OAuth provider.");
  }

  private GoogleToken token() {
    return GoogleToken.at(cloud.now);
  }

  private Answer exchange(GoogleToken token) {
    return exchange(token, Map.of());
  }

  private Answer exchange(GoogleToken token, Map<String, String> more) {
    return exchange(token.compact(), more);
  }

  private Answer exchange(String token, Map<String, String> more) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("Action", "AssumeRoleWithWebIdentity");
    form.put("Version", "2011-06-15");
    form.put("RoleArn", ROLE_ARN);
    form.put("RoleSessionName", "gcp-session");
    form.put("WebIdentityToken", token);
    form.putAll(more);
    return cloud.call(form);
  }

  private static String trust(String condition) {
    return """
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
     "Principal": {"Federated": "accounts.google.com"},
     "Action": "sts:AssumeRoleWithWebIdentity", "Condition": %s}]}\
    """
        .formatted(condition);
  }
}
