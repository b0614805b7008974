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
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.trust.aws.TrustReport;
import dev.crosstrust.trust.google.PoolReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was answered, joined with our own check of the token. */
class JudgedTest {
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
    return new LocalCheck.OfPool(
        null,
        new PoolReport(
            Verdict.ADMITTED,
            null,
            null,
            null,
            Map.of(),
            null,
            null,
            List.of(),
            List.of(),
            List.of(findings)),
        List.of());
  }
}
