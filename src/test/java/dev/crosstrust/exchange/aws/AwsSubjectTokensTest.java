package dev.crosstrust.exchange.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Broken;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsIdentities;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.identity.aws.TestHome;
import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.StoredCredential;
import dev.crosstrust.sandbox.aws.signature.Dialect;
import dev.crosstrust.sandbox.aws.signature.SignatureVerifier;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.token.Reading;
import dev.crosstrust.token.SignedRequest;
import dev.crosstrust.token.SubjectToken;
import dev.crosstrust.token.TokenReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsSubjectTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-21T19:40:41Z");
  private static final String PROVIDER =
      "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/aws";
  private static final String SECRET = "keepthissecretkeepthissecret";
  private static final String SESSION = "to/k+en==to/k+en==";
  private static final String TOKEN = "h".repeat(30) + "." + "p".repeat(30) + "." + "s".repeat(30);

  @TempDir Path folder;
  private Fake sts;
  private Machine machine;

  @BeforeEach
  void start() throws IOException {
    sts = new Fake();
    machine =
        new Machine(
            Map.of(
                "AWS_ACCESS_KEY_ID",
                "ASIATEMPORARY",
                "AWS_SECRET_ACCESS_KEY",
                SECRET,
                "AWS_SESSION_TOKEN",
                SESSION,
                "AWS_REGION",
                "eu-west-1",
                "AWS_ENDPOINT_URL",
                sts.origin().toString()),
            folder);
  }

  @AfterEach
  void stop() {
    sts.close();
  }

  @Test
  void aJwtIsAskedForInOneSignedCall() {
    sts.xml(200, answer(TOKEN));
    Outcome<SubjectToken> token =
        jwt(
            new OutboundTokenRequest(
                List.of("a.example", "b.example"),
                SigningAlgorithm.ES384,
                Duration.ofSeconds(60),
                Map.of("team", "data")));

    assertThat(token).isEqualTo(Outcome.done(SubjectToken.jwt(TOKEN)));
    Fake.Asked asked = sts.asked.getFirst();
    assertThat(asked.headers().get("authorization").getFirst())
        .contains("Credential=ASIATEMPORARY/", "/eu-west-1/sts/aws4_request");
    assertThat(asked.body())
        .contains(
            "Action=GetWebIdentityToken",
            "Audience.member.1=a.example",
            "Audience.member.2=b.example",
            "SigningAlgorithm=ES384",
            "DurationSeconds=60",
            "Tags.member.1.Key=team",
            "Tags.member.1.Value=data");
    assertThat(sts.legs())
        .singleElement()
        .returns("token", Leg::name)
        .returns("GetWebIdentityToken", Leg::operation);
    assertThat(sts.legs().toString() + token)
        .doesNotContain(TOKEN, SECRET, SESSION, "s".repeat(30));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | OutboundWebIdentityFederationDisabledException |"
            + " OutboundWebIdentityFederation is disabled.",
        "403 | SessionDurationEscalationException | Requested token expiry time must be before the"
            + " original session's expiry time.",
        "400 | JWTPayloadSizeExceededException | too large",
      })
  void aRefusalIsInTheServicesOwnWords(int status, String code, String message) {
    sts.error(status, code, message);
    assertThat(jwt(request("a")))
        .isEqualTo(
            new Refused<>(new Refusal("sts", "GetWebIdentityToken", status, code, message, "r-1")));
    assertThat(sts.asked).hasSize(1);
  }

  @Test
  void anAnswerWithoutATokenIsNotUnderstood() {
    sts.xml(200, "<GetWebIdentityTokenResponse/>");
    assertThat(message(jwt(request("a")))).contains("has no token");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 11})
  void tooFewOrTooManyAudiencesAreNotSent(int number) {
    List<String> audiences = Collections.nCopies(number, "a");
    assertNotSent(outbound(audiences, null, Map.of()), "1 to 10 audiences, not " + number);
  }

  @Test
  void anAudienceBeyondTheLimitsIsNotSent() {
    assertNotSent(outbound(List.of("x".repeat(1001)), null, Map.of()), "this one 1001");
    assertNotSent(outbound(List.of(" "), null, Map.of()), "1 to 1000 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT59S", "PT1H1S", "PT90.5S", "-PT5M"})
  void aDurationBeyondTheLimitsIsNotSent(Duration duration) {
    assertNotSent(outbound(List.of("a"), duration, Map.of()), "60 to 3600 whole seconds");
  }

  @Test
  void tagsBeyondTheLimitsAreNotSent() {
    assertNotSent(outbound(List.of("a"), null, Map.of("a", "1", "A", "2")), "case does not count");
    assertNotSent(outbound(List.of("a"), null, Map.of("", "1")), "1 to 128");
    assertNotSent(outbound(List.of("a"), null, Map.of("k", "x".repeat(257))), "at most 256");
    assertNotSent(outbound(List.of("a"), null, Map.of("k", "a;b")), "letters");
    Map<String, String> many =
        IntStream.range(0, 51).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));
    assertNotSent(outbound(List.of("a"), null, many), "at most 50 tags");
  }

  @Test
  void aCallIsSignedAsAwsWantsItAndNotSent() throws IOException {
    SignedRequest request = signed();

    assertThat(request.url())
        .isEqualTo(
            "https://sts.eu-west-1.amazonaws.com?Action=GetCallerIdentity&Version=2011-06-15");
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.encoded()).isTrue();
    assertThat(request.headers())
        .extracting(SignedRequest.Header::name)
        .containsExactly(
            "host",
            "x-amz-date",
            "x-amz-security-token",
            "x-goog-cloud-target-resource",
            "Authorization");
    assertThat(request.headerNamed("x-goog-cloud-target-resource")).contains(PROVIDER);
    assertThat(request.headerNamed("x-amz-date")).contains("20261121T194041Z");
    assertThat(request.headerNamed("authorization").orElseThrow())
        .contains(
            "SignedHeaders=host;x-amz-date;x-amz-security-token;x-goog-cloud-target-resource, ");
    assertThat(verifier().verify(asAwsGetsIt(request), Dialect.QUERY).scope().region())
        .isEqualTo("eu-west-1");
    assertThat(sts.asked).isEmpty();
  }

  @Test
  void theLegOfASignatureShowsWhoSignedAndNoSecret() {
    String raw = signed().raw().reveal();
    Leg leg = sts.legs().getFirst();

    assertThat(leg)
        .returns("token", Leg::name)
        .returns("GetCallerIdentity", Leg::operation)
        .returns(Leg.Result.DONE, Leg::outcome);
    assertThat(leg.request().headers().get("Authorization"))
        .contains("Credential=ASIATEMPORARY/20261121/eu-west-1/sts/aws4_request");
    String signature =
        raw.substring(raw.indexOf("Signature%3D") + 12, raw.indexOf("Signature%3D") + 76);
    assertThat(leg.toString()).doesNotContain(SESSION, SECRET, signature);
    assertThat(signature).matches("[0-9a-f]{64}");
  }

  @Test
  void aProgramOfTheProfileIsNotRunUnasked() {
    new TestHome(folder).config("[profile p]\ncredential_process = touch ran\n");
    machine = new Machine(Map.of("AWS_ENDPOINT_URL", sts.origin().toString()), folder);
    AwsIdentity identity = new AwsIdentities(machine, () -> NOW).find("aws:p").orElseThrow();

    assertThat(message(tokens().signedRequest(identity, PROVIDER))).contains("with consent only");
    assertThat(sts.asked).isEmpty();
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  private SignedRequest signed() {
    Outcome<SubjectToken> token = tokens().signedRequest(identity(), PROVIDER);
    assertThat(token).isInstanceOf(Done.class);
    String raw = ((Done<SubjectToken>) token).value().value().reveal();
    assertThat(raw).doesNotContain("+", " ", "{");
    return (SignedRequest) ((Reading.Decoded) TokenReader.read(raw)).token();
  }

  /** Google sends what it was given, headers and all, and an empty body. */
  private static Request asAwsGetsIt(SignedRequest request) {
    Map<String, List<String>> headers =
        request.headers().stream()
            .collect(
                Collectors.toMap(
                    header -> header.name().toLowerCase(Locale.ROOT),
                    header -> List.of(header.value())));
    return new Request(
        request.method(),
        "/",
        URI.create(request.url()).getRawQuery(),
        headers,
        new ByteArrayInputStream(new byte[0]));
  }

  private static SignatureVerifier verifier() {
    Caller caller = new Caller("111122223333", "arn:aws:iam::111122223333:user/u", "AIDAEXAMPLE");
    return new SignatureVerifier(
        _ ->
            Optional.of(
                new StoredCredential(
                    "ASIATEMPORARY", SECRET, SESSION, NOW.plusSeconds(3600), caller)),
        InstantSource.fixed(NOW));
  }

  private void assertNotSent(OutboundTokenRequest request, String words) {
    assertThat(message(jwt(request))).contains(words);
    assertThat(sts.asked).isEmpty();
  }

  private static String message(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Broken.class);
    return ((Broken<?>) outcome).breakage().message();
  }

  private static OutboundTokenRequest request(String audience) {
    return outbound(List.of(audience), null, Map.of());
  }

  private static OutboundTokenRequest outbound(
      List<String> audiences, Duration duration, Map<String, String> tags) {
    return new OutboundTokenRequest(audiences, SigningAlgorithm.RS256, duration, tags);
  }

  private Outcome<SubjectToken> jwt(OutboundTokenRequest request) {
    return tokens().jwt(identity(), request);
  }

  private AwsIdentity identity() {
    return new AwsIdentities(machine, () -> NOW).find("aws-env").orElseThrow();
  }

  private AwsSubjectTokens tokens() {
    return new AwsSubjectTokens(sts.wire, machine, InstantSource.fixed(NOW), Consent.NONE);
  }

  private static String answer(String token) {
    return """
    <GetWebIdentityTokenResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
      <GetWebIdentityTokenResult><WebIdentityToken>%s</WebIdentityToken>
      <Expiration>2026-11-21T19:45:41Z</Expiration></GetWebIdentityTokenResult>
    </GetWebIdentityTokenResponse>
    """
        .formatted(token);
  }
}
