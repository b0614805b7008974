package dev.crosstrust.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.diagnosis.Diagnosis;
import dev.crosstrust.diagnosis.Evidence;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.exchange.google.ExchangeRequest;
import dev.crosstrust.exchange.google.FederatedTokens;
import dev.crosstrust.exchange.google.GoogleSession;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Severity;
import dev.crosstrust.identity.google.GoogleEndpoints;
import dev.crosstrust.sandbox.aws.StoredCredential;
import dev.crosstrust.sandbox.aws.account.Accounts;
import dev.crosstrust.sandbox.aws.account.SessionGrant;
import dev.crosstrust.sandbox.aws.cloud.AwsCloud;
import dev.crosstrust.sandbox.aws.s3.Buckets;
import dev.crosstrust.sandbox.google.GoogleCloud;
import dev.crosstrust.sandbox.wire.Internet;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.token.Reading;
import dev.crosstrust.token.SubjectToken;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.TokenReader;
import dev.crosstrust.token.lens.TokenReport;
import dev.crosstrust.token.signature.SignatureCheck;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * The classic mistakes of a signed {@code GetCallerIdentity} that is built by hand: each is refused
 * by the sandbox clouds, and named by what our side says of the request or of the refusal.
 */
class SignedRequestMistakesTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String PROVIDER =
      "projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/providers/my-aws-account";
  private static final String TARGET = "//iam.googleapis.com/" + PROVIDER;

  private static Servers servers;
  private static AwsSessionCredentials lambda;
  private static AwsSessionCredentials stranger;

  @BeforeAll
  static void start() throws IOException {
    SecureRandom random = new SecureRandom();
    Internet internet = new Internet();
    GoogleCloud google = new GoogleCloud(CLOCK, random, SharedKeys.ofOneCloud(), internet);
    Seed seed = new Seed();
    GoogleSeed.sow(google, seed);
    Accounts accounts = new Accounts(random, CLOCK);
    AwsSeed.sow(accounts, seed);
    AwsCloud aws = Sandbox.cloud(accounts, new Buckets(), google, CLOCK, random);
    internet.domain(".amazonaws.com", aws);
    servers = Servers.start(0, aws, google);
    lambda = session(accounts, Names.AWS_ACCOUNT);
    accounts
        .account(Names.OTHER_AWS_ACCOUNT)
        .addRole(
            Names.LAMBDA_ROLE, Seed.resource("lambda-trust-policy.json"), role -> role.at("/"));
    stranger = session(accounts, Names.OTHER_AWS_ACCOUNT);
  }

  private static AwsSessionCredentials session(Accounts accounts, String account) {
    StoredCredential keys =
        accounts
            .startSession(
                SessionGrant.of(
                    accounts.account(account).role(Names.LAMBDA_ROLE).orElseThrow(),
                    "by-hand",
                    Duration.ofHours(1)))
            .credential();
    return AwsSessionCredentials.create(
        keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  private static SpoiltRequest unspoilt() {
    return SpoiltRequest.of(lambda, TARGET);
  }

  private static Arguments mistake(String name, Consumer<SpoiltRequest> spoil, String finding) {
    SpoiltRequest request = unspoilt();
    spoil.accept(request);
    return Arguments.of(name, request, finding);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "the session token is not signed",
            it -> it.tokenSigned = false,
            "aws4.session-token-unsigned"),
        mistake(
            "a date in the place of a time stamp",
            it -> it.json = text -> text.replaceAll("(\"\\d{8})T\\d{6}Z\"", "$1\""),
            "aws4.format"),
        mistake("another region in the scope", it -> it.region = "us-east-1", "aws4.signature"),
        mistake("no target", it -> it.target = "", "aws4.target-resource"),
        mistake(
            "the target is another provider",
            it -> it.target = TARGET.replace("my-aws-account", "my-aws-app"),
            "aws4.format"),
        mistake("not percent-encoded", it -> it.encoded = false, "aws4.format"),
        mistake(
            "older than a quarter of an hour",
            it -> it.when = CLOCK.instant().minus(Duration.ofMinutes(16)),
            "aws4.stale"),
        Arguments.of(
            "another account", SpoiltRequest.of(stranger, TARGET), "aws4.account-mismatch"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("mistakes")
  void isRefusedAndNamed(String mistake, SpoiltRequest request, String finding) {
    String token = request.token();
    Recorder recorder = new Recorder();

    Outcome<GoogleSession> outcome = present(token, recorder);

    assertThat(outcome).as(mistake).isInstanceOf(Outcome.Refused.class);
    assertThat(
            Stream.concat(
                lens(token).stream(), Diagnosis.of(Evidence.of(outcome, recorder.legs())).stream()))
        .extracting(Finding::id)
        .contains(finding);
  }

  @Test
  void withoutMistakeItIsLetInAndFaultless() {
    String token = unspoilt().token();

    assertThat(present(token, new Recorder())).isInstanceOf(Outcome.Done.class);
    assertThat(lens(token)).noneMatch(it -> it.severity() == Severity.ERROR);
  }

  /** Google demands the header, not that it is signed: who takes it out of the list gets in. */
  @Test
  void aTargetThatIsNotSignedIsAWarning() {
    SpoiltRequest request = unspoilt();
    request.json = text -> text.replace(";x-goog-cloud-target-resource", "");

    assertThat(lens(request.token()))
        .filteredOn(it -> it.id().equals("aws4.target-resource"))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  private static List<Finding> lens(String token) {
    return TokenReader.read(token) instanceof Reading.Decoded(Token read)
        ? TokenReport.of(read, SignatureCheck.notAsked(read), CLOCK.instant()).findings()
        : List.of();
  }

  private static Outcome<GoogleSession> present(String token, Recorder recorder) {
    Origins origins = new Origins(Map.of("https://sts.googleapis.com", servers.google().origin()));
    try (Wire wire = new Wire(origins, recorder, CLOCK)) {
      return new FederatedTokens(wire, CLOCK)
          .exchange(
              new ExchangeRequest(
                  PROVIDER,
                  List.of(ExchangeRequest.ALL_OF_CLOUD),
                  new GoogleEndpoints("googleapis.com", Map.of())),
              new SubjectToken(SubjectToken.Kind.AWS_SIGNED_REQUEST, Secret.of(token)));
    }
  }
}
