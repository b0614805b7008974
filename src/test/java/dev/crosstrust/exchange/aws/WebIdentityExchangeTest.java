package dev.crosstrust.exchange.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Broken;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.token.SubjectToken;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebIdentityExchangeTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/GCPWorkloadIAMRole";
  private static final String TOKEN = "h".repeat(30) + "." + "p".repeat(30) + "." + "s".repeat(30);
  private static final String ANSWER =
      """
      <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <AssumeRoleWithWebIdentityResult>
          <Audience>sa@project.iam.gserviceaccount.com</Audience>
          <AssumedRoleUser>
            <AssumedRoleId>AROAEXAMPLE:gcp</AssumedRoleId>
            <Arn>arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp</Arn>
          </AssumedRoleUser>
          <Provider>accounts.google.com</Provider>
          <Credentials>
            <AccessKeyId>ASIAEXAMPLE</AccessKeyId>
            <SecretAccessKey>secretsecretsecret</SecretAccessKey>
            <SessionToken>sessionsessionsession</SessionToken>
            <Expiration>2026-11-21T13:00:00Z</Expiration>
          </Credentials>
          <SubjectFromWebIdentityToken>114809731204417780391</SubjectFromWebIdentityToken>
        </AssumeRoleWithWebIdentityResult>
        <ResponseMetadata><RequestId>ad4156e9</RequestId></ResponseMetadata>
      </AssumeRoleWithWebIdentityResponse>
      """;

  private Fake sts;

  @BeforeEach
  void start() throws IOException {
    sts = new Fake();
  }

  @AfterEach
  void stop() {
    sts.close();
  }

  @Test
  void aTokenIsTradedForASessionInOneUnsignedCall() {
    sts.xml(200, ANSWER);
    WebIdentityRequest request =
        new WebIdentityRequest(
            ROLE,
            "gcp",
            Duration.ofMinutes(15),
            "{\"Version\":\"2012-10-17\"}",
            List.of("arn:aws:iam::aws:policy/ReadOnlyAccess"));
    Outcome<RoleSession> outcome = assume(request, TOKEN);
    assertThat(outcome).isInstanceOf(Done.class);
    RoleSession session = ((Done<RoleSession>) outcome).value();
    assertThat(session)
        .returns("arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp", RoleSession::arn)
        .returns("111122223333", RoleSession::account)
        .returns("accounts.google.com", RoleSession::provider)
        .returns("sa@project.iam.gserviceaccount.com", RoleSession::audience)
        .returns("114809731204417780391", RoleSession::subject);
    assertThat(session.credentials().sessionToken()).isEqualTo(Secret.of("sessionsessionsession"));
    assertThat(session.credentials().expiresAt()).isEqualTo(Instant.parse("2026-11-21T13:00:00Z"));

    Fake.Asked asked = sts.asked.getFirst();
    assertThat(asked.headers()).doesNotContainKeys("authorization", "x-amz-security-token");
    assertThat(asked.body())
        .startsWith("Action=AssumeRoleWithWebIdentity&Version=2011-06-15")
        .contains(
            "RoleSessionName=gcp",
            "DurationSeconds=900",
            "WebIdentityToken=" + TOKEN,
            "PolicyArns.member.1.arn=arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FReadOnlyAccess",
            "Policy=%7B%22Version")
        .doesNotContain("ProviderId");
  }

  @Test
  void whatIsNotAskedForIsNotSent() {
    sts.xml(200, ANSWER);
    assume(request("gcp"), TOKEN);
    assertThat(sts.asked.getFirst().body()).doesNotContain("Duration", "Policy");
  }

  @Test
  void theLegAndTheSessionShowNoSecret() {
    sts.xml(200, ANSWER);
    Outcome<RoleSession> outcome = assume(request("gcp"), TOKEN);
    assertThat(sts.legs())
        .singleElement()
        .returns("exchange", Leg::name)
        .returns("AssumeRoleWithWebIdentity", Leg::operation)
        .returns(Leg.Result.DONE, Leg::outcome);
    assertThat(outcome.toString() + sts.legs())
        .contains("ASIAEXAMPLE")
        .doesNotContain("sessionsessionsession", "secretsecretsecret", TOKEN, "s".repeat(30));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403|AccessDenied|Not authorized to perform sts:AssumeRoleWithWebIdentity",
        "400|InvalidIdentityToken|The web identity token provided could not be validated. See the"
            + " AssumeRoleWithWebIdentity documentation for requirements.",
        "400|ExpiredTokenException|Token expired: current date/time 1789123421 must be before the"
            + " expiration date/time 1789123397",
        "400|ValidationError|The requested DurationSeconds exceeds the MaxSessionDuration set for"
            + " this role.",
        "400|IDPCommunicationError|no",
        "403|RegionDisabledException|STS is not activated in this region for account:111122223333."
      })
  void aRefusalIsInTheServicesOwnWordsAndMadeOnce(int status, String code, String message) {
    sts.error(status, code, message);
    assertThat(assume(request("gcp"), TOKEN))
        .isEqualTo(
            new Refused<>(
                new Refusal("sts", "AssumeRoleWithWebIdentity", status, code, message, "r-1")));
    assertThat(sts.asked).hasSize(1);
  }

  @Test
  void aProxysPageIsNotARefusal() {
    sts.answers(403, "text/html; charset=utf-8", "<html><h1>Blocked</h1></html>");
    assertThat(kind(assume(request("gcp"), TOKEN))).isEqualTo(Kind.NOT_UNDERSTOOD);
  }

  @Test
  void anAnswerWithoutASessionIsNotUnderstood() {
    sts.xml(200, "<AssumeRoleWithWebIdentityResponse/>");
    assertThat(kind(assume(request("gcp"), TOKEN))).isEqualTo(Kind.NOT_UNDERSTOOD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "bad session!!", "a/b", "a:b", "ä-name"})
  void aSessionNameBeyondTheLimitsIsNotSent(String name) {
    assertNotSent(request(name), TOKEN, "must have 2 to 64");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GCPWorkloadIAMRole",
        "arn:aws:iam::1111:role/X",
        "arn:aws:sts::111122223333:assumed-role/R/S",
        "arn:aws:iam::111122223333:role/X "
      })
  void whatIsNoRoleArnIsNotSent(String arn) {
    assertNotSent(
        new WebIdentityRequest(arn, "gcp", null, null, List.of()), TOKEN, "not the ARN of a role");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws-cn:iam::111122223333:role/a/b/X",
        "arn:aws:iam::111122223333:role/x_+=,.@-"
      })
  void rolesOfEveryPartitionAndPathAreSent(String arn) {
    sts.xml(200, ANSWER);
    assertThat(assume(new WebIdentityRequest(arn, "gcp", null, null, List.of()), TOKEN))
        .isInstanceOf(Done.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT14M59S", "PT12H1S", "PT15M0.5S", "-PT1H"})
  void aDurationBeyondTheLimitsIsNotSent(Duration duration) {
    assertNotSent(
        new WebIdentityRequest(ROLE, "gcp", duration, null, List.of()),
        TOKEN,
        "900 to 43200 whole seconds");
  }

  @Test
  void policiesBeyondTheLimitsAreNotSent() {
    assertNotSent(policy("x".repeat(2049)), TOKEN, "2049 characters");
    assertNotSent(policy("{\"a\": \"→\"}"), TOKEN, "beyond U+00FF");
    List<String> many = Collections.nCopies(11, "arn:aws:iam::aws:policy/X");
    assertNotSent(new WebIdentityRequest(ROLE, "gcp", null, null, many), TOKEN, "at most 10");
    assertNotSent(
        new WebIdentityRequest(ROLE, "gcp", null, null, List.of("ReadOnly")),
        TOKEN,
        "not the ARN of a managed policy");
  }

  @Test
  void whatIsNoIdTokenIsNotShownToAws() {
    assertNotSent(request("gcp"), "ya29." + "a".repeat(40), "AWS wants an ID token");
    for (String token : List.of("", "abc", "a.b", "\"" + TOKEN + "\"", TOKEN + "\n", "a.b.")) {
      assertNotSent(request("gcp"), token, "three base64url parts");
    }
    assertNotSent(request("gcp"), "a.b." + "c".repeat(20_000), "longer than");
  }

  @Test
  void aSignedRequestIsNotShownToAws() {
    SubjectToken signed = new SubjectToken(SubjectToken.Kind.AWS_SIGNED_REQUEST, Secret.of(TOKEN));
    Outcome<RoleSession> outcome =
        new WebIdentityExchange(sts.wire)
            .assume(request("gcp"), signed, new AwsTarget("eu-west-1", sts.origin()));
    assertThat(kind(outcome)).isEqualTo(Kind.LOCAL);
  }

  private static WebIdentityRequest request(String session) {
    return new WebIdentityRequest(ROLE, session, null, null, List.of());
  }

  private static WebIdentityRequest policy(String policy) {
    return new WebIdentityRequest(ROLE, "gcp", null, policy, List.of());
  }

  private Outcome<RoleSession> assume(WebIdentityRequest request, String token) {
    return new WebIdentityExchange(sts.wire)
        .assume(request, SubjectToken.jwt(token), new AwsTarget("eu-west-1", sts.origin()));
  }

  private void assertNotSent(WebIdentityRequest request, String token, String why) {
    Outcome<RoleSession> outcome = assume(request, token);
    assertThat(kind(outcome)).isEqualTo(Kind.LOCAL);
    assertThat(breakage(outcome).message()).contains(why);
    if (!token.isEmpty()) {
      assertThat(breakage(outcome).message()).doesNotContain(token);
    }
    assertThat(sts.asked).isEmpty();
  }

  private static Kind kind(Outcome<?> outcome) {
    return breakage(outcome).kind();
  }

  private static Breakage breakage(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Broken.class);
    return ((Broken<?>) outcome).breakage();
  }
}
