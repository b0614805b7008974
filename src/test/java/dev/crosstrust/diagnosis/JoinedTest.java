package dev.crosstrust.diagnosis;

import static dev.crosstrust.diagnosis.Legs.exchange;
import static dev.crosstrust.diagnosis.Legs.get;
import static dev.crosstrust.diagnosis.Legs.leg;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Severity;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.trust.aws.TrustReport;
import dev.crosstrust.trust.google.PoolProvider;
import dev.crosstrust.trust.google.PoolQuestion;
import dev.crosstrust.trust.google.PoolReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was answered, joined with our own check of the token. */
class JoinedTest {
  private static final Leg REFUSED =
      exchange(403, "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity");
  private static final Leg TAKEN =
      leg("exchange", "sts", "AssumeRoleWithWebIdentity", 200, get(Map.of()), Map.of(), "");
  private static final Leg DENIED =
      Legs.data(
          "gcs.CreateObject",
          "POST",
          "/upload/storage/v1/b/bucket-1/o",
          403,
          """
          {"error":{"code":403,"message":"Caller does not have storage.objects.create access to the \
          Google Cloud Storage object. Permission 'storage.objects.create' denied on resource (or it \
          may not exist)."}}\
          """);
  private static final Leg UNREACHABLE =
      leg(
          "exchange",
          "sts",
          "token",
          400,
          get(Map.of()),
          Map.of(),
          """
          {"error":"invalid_grant",\
          "error_description":"Error connecting to the given credential's issuer."}\
          """);
  private static final Finding DIFFERS =
      Finding.error("aws.trust-value-mismatch", "The audience differs")
          .because("The policy wants a, the token has b")
          .fix(Fix.of("Correct it"));
  private static final Finding NOT_BOUND =
      Finding.error("google.binding-on-provider", "The grant names the provider")
          .because("member principal://…/providers/p")
          .confidence(Confidence.LIKELY);

  @Test
  void aCauseThatTheCheckFoundTakesThePlaceOfTheTextThatNamesNone() {
    List<Finding> findings = diagnosed(trust(Verdict.REFUSED, DIFFERS), REFUSED);

    assertThat(findings).extracting(Finding::id).containsExactly("aws.trust-value-mismatch");
    assertThat(findings.getFirst().because())
        .hasSize(2)
        .satisfiesExactly(
            answer -> assertThat(answer).startsWith("exchange: sts answered 403 AccessDenied"),
            policy -> assertThat(policy).isEqualTo("The policy wants a, the token has b"));
    assertThat(findings.getFirst().fix()).extracting(Fix::text).containsExactly("Correct it");
  }

  @Test
  void whatBothSawIsOneFindingWithBothEvidences() {
    Leg expired = exchange(400, "ExpiredTokenException", "Token expired");
    Finding ours =
        Finding.error("aws.token-expired", "The token has expired").because("exp is 10:00");
    List<Finding> findings = diagnosed(trust(Verdict.REFUSED, DIFFERS, ours), expired);

    assertThat(findings)
        .extracting(Finding::id)
        .containsExactly("aws.token-expired", "aws.trust-value-mismatch");
    assertThat(findings.getFirst().because()).hasSize(2).last().isEqualTo("exp is 10:00");
    assertThat(findings.getFirst().fix()).isNotEmpty();
  }

  @Test
  void twoReckoningsOfAnAgeAreExplainedByTheFiveMinutesThatStsForgives() {
    Leg expired =
        exchange(
            400,
            "ExpiredTokenException",
            "Token expired: current date/time 1795767437 must be before the expiration date/time"
                + " 1795767135");
    Finding ours =
        Finding.error("aws.token-expired", "The token expired 10 min ago").because("exp is 08:12");

    assertThat(diagnosed(trust(Verdict.REFUSED, ours), expired).getFirst().because())
        .hasSize(3)
        .last()
        .asString()
        .contains("10 minutes later", "less the five minutes that it forgives");
  }

  @Test
  void aTextThatNamesItsCauseStandsBeforeWhatWouldComeNext() {
    Leg expired = exchange(400, "ExpiredTokenException", "Token expired");

    assertThat(diagnosed(trust(Verdict.REFUSED, DIFFERS), expired))
        .extracting(Finding::id)
        .containsExactly("aws.token-expired", "aws.trust-value-mismatch");
  }

  @Test
  void whatThePolicyWantsIsNotTheCauseWhereStsDidNotTakeTheToken() {
    Leg generic =
        exchange(400, "InvalidIdentityToken", "The ID Token provided could not be validated");
    assertThat(diagnosed(trust(Verdict.REFUSED, DIFFERS), generic))
        .extracting(Finding::id)
        .containsExactly("aws.validation-generic", "aws.trust-value-mismatch");
  }

  @Test
  void aRefusalOfATokenThatThePolicyAdmitsStaysOpenAndSaysSo() {
    Finding finding = diagnosed(trust(Verdict.ADMITTED), REFUSED).getFirst();

    assertThat(finding.id()).isEqualTo("aws.trust-refused");
    assertThat(finding.because())
        .contains("Our own check of the role's trust policy admits this token")
        .anyMatch(line -> line.contains("resource control policy"));
  }

  @Test
  void whatTheCheckSawOfTheSameIsASecondEvidence() {
    Leg unreachable =
        exchange(400, "IDPCommunicationError", "The identity provider could not be reached");
    Finding ours =
        Finding.warning("aws.keys-unreachable", "The keys could not be had from here")
            .because("issuer.example answered with HTTP 503");

    assertThat(diagnosed(trust(Verdict.ADMITTED, ours), unreachable))
        .singleElement()
        .satisfies(it -> assertThat(it.id()).isEqualTo("aws.keys-unreachable"))
        .satisfies(it -> assertThat(it.severity()).isEqualTo(Severity.ERROR))
        .satisfies(
            it -> assertThat(it.because()).endsWith("issuer.example answered with HTTP 503"));
  }

  @Test
  void whatAPolicyCouldDoBetterIsNotSaidOfATokenThatItRefuses() {
    Finding open = Finding.warning("aws.trust-open-subject", "Anyone may enter");

    assertThat(diagnosed(trust(Verdict.REFUSED, DIFFERS, open), REFUSED))
        .extracting(Finding::id)
        .containsExactly("aws.trust-value-mismatch");
  }

  @Test
  void aClockIsReadFromWhatWasReadForTheCheckToo() {
    Leg read =
        leg(
            "iam.GetRole",
            "iam",
            "GetRole",
            200,
            get(Map.of()),
            Map.of("Date", "Sat, 21 Nov 2026 12:10:00 GMT"),
            "");

    assertThat(
            Diagnosis.of(
                new Evidence(List.of(TAKEN), List.of(), trust(Verdict.ADMITTED), List.of(read))))
        .singleElement()
        .extracting(Finding::id)
        .isEqualTo("clock.skew");
  }

  @Test
  void whatNobodyMayReadIsSaidBesideTheRefusal() {
    LocalCheck none = new LocalCheck.NotMade(List.of("Trust policy not read: nobody"));

    assertThat(diagnosed(none, REFUSED).getFirst().because())
        .endsWith("Trust policy not read: nobody");
  }

  @Test
  void theCloudIsRightWhereWeDisagreeAndItIsSaid() {
    List<Finding> findings = diagnosed(trust(Verdict.REFUSED, DIFFERS), TAKEN);

    assertThat(findings).singleElement().extracting(Finding::id).isEqualTo("check.disagrees");
    assertThat(findings.getFirst().severity()).isEqualTo(Severity.WARNING);
    assertThat(findings.getFirst().because().getFirst()).contains("aws.trust-value-mismatch");
  }

  @Test
  void aWeaknessOfAPolicyThatAdmitsIsAWarningBelowTheErrors() {
    Finding open = Finding.warning("aws.trust-open-subject", "Anyone may enter");
    Leg denied = Legs.s3("ListBuckets", 403, "AccessDenied", "Access Denied");

    assertThat(diagnosed(trust(Verdict.ADMITTED, open), TAKEN, denied))
        .extracting(Finding::id)
        .containsExactly("aws.denied-bare", "aws.trust-open-subject");
  }

  @Test
  void aGrantThatMissesIsTheCauseOfWhatIsDenied() {
    List<Finding> findings = diagnosed(pool(NOT_BOUND), TAKEN, DENIED);

    assertThat(findings)
        .extracting(Finding::id)
        .containsExactly("google.binding-on-provider", "gcs.denied");
    assertThat(findings.getFirst().because().getFirst())
        .startsWith("gcs.CreateObject: gcs answered 403");
    assertThat(findings.getFirst().confidence()).isEqualTo(Confidence.LIKELY);
  }

  @Test
  void aGrantThatWasNotSeenIsThereWhereTheStepsGoThrough() {
    Leg done = Legs.data("gcs.CreateObject", "POST", "/upload/storage/v1/b/bucket-1/o", 200, "{}");

    assertThat(diagnosed(pool(NOT_BOUND), TAKEN, done)).isEmpty();
  }

  @Test
  void aGrantThatMissesIsAWarningWhileNothingWasTried() {
    assertThat(diagnosed(pool(NOT_BOUND), TAKEN))
        .singleElement()
        .extracting(Finding::severity)
        .isEqualTo(Severity.WARNING);
  }

  /** The answer does not tell it, and the mapping may be any. */
  @Test
  void whomTheMappingMakesOfTheTokenIsWhoIsToBeGrantedTo() {
    LocalCheck check =
        pool(Verdict.ADMITTED, List.of("principal://iam.googleapis.com/pool/subject/short"));

    assertThat(diagnosed(check, TAKEN, DENIED).getFirst().fix().getFirst().gcloud())
        .contains("--member=principal://iam.googleapis.com/pool/subject/short ");
  }

  @Test
  void whatWasFoundFetchingAnIssuersKeysIsSaidInThePlaceOfHowToFetchThem() {
    Finding ours =
        Finding.warning("google.issuer-unreachable", "The keys could not be had from here")
            .because("https://issuer.example/.well-known/openid-configuration answered with 503.")
            .fix(Fix.of("Have it answer there."));
    Finding open = Finding.warning("google.condition-missing", "Everybody may enter");

    assertThat(diagnosed(pool(Verdict.UNDECIDED, List.of(), ours, open), UNREACHABLE))
        .singleElement()
        .satisfies(it -> assertThat(it.severity()).isEqualTo(Severity.ERROR))
        .satisfies(it -> assertThat(it.because()).hasSize(2))
        .satisfies(it -> assertThat(it.because()).last().isEqualTo(ours.because().getFirst()))
        .satisfies(it -> assertThat(it.fix()).isEqualTo(ours.fix()));
  }

  @Test
  void keysThatWereHadFromHereAreNotToBeFetchedAgain() {
    Token token = Tokens.jwt("{}");
    PoolProvider provider =
        new PoolProvider("p", false, false, Map.of(), "", "https://i", List.of(), null, null);
    SignatureCheck valid =
        new SignatureCheck(
            SignatureCheck.Status.VALID, "RS256", "k", null, SignatureCheck.Cause.VERIFIED);
    PoolQuestion question =
        new PoolQuestion(token, provider, null, null, valid, Instant.EPOCH, null);
    PoolReport report =
        new PoolReport(
            Verdict.ADMITTED, null, null, valid, Map.of(), null, null, List.of(), null, List.of());

    Finding finding =
        diagnosed(new LocalCheck.OfPool(question, report, List.of()), UNREACHABLE).getFirst();

    assertThat(finding.id()).isEqualTo("google.issuer-unreachable");
    assertThat(finding.because()).anyMatch(it -> it.contains("the token verifies by them"));
    assertThat(finding.fix()).noneMatch(it -> it.text().contains("jwks_uri"));
  }

  @Test
  void aKeyThatIsNotAmongThemExplainsThatGoogleHadNone() {
    Finding ours =
        Finding.error("google.key-not-found", "No such key").because("There is no key k2.");

    assertThat(diagnosed(pool(Verdict.REFUSED, List.of(), ours), UNREACHABLE))
        .singleElement()
        .satisfies(it -> assertThat(it.id()).isEqualTo("google.key-not-found"))
        .satisfies(it -> assertThat(it.because().getFirst()).contains("Error connecting"));
  }

  private static List<Finding> diagnosed(LocalCheck check, Leg... legs) {
    return Diagnosis.of(new Evidence(List.of(legs), List.of(), check, List.of()));
  }

  private static LocalCheck trust(Verdict verdict, Finding... findings) {
    return new LocalCheck.OfTrust(
        null,
        new TrustReport(verdict, null, null, List.of(), List.of(findings), null),
        List.of("Trust policy read with aws:admin (iam:GetRole)"));
  }

  private static LocalCheck pool(Finding... findings) {
    return pool(Verdict.ADMITTED, List.of(), findings);
  }

  private static LocalCheck pool(Verdict verdict, List<String> principals, Finding... findings) {
    return new LocalCheck.OfPool(
        null,
        new PoolReport(
            verdict,
            null,
            null,
            null,
            Map.of(),
            null,
            null,
            principals,
            List.of(),
            List.of(findings)),
        List.of());
  }
}
