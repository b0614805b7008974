package dev.crosstrust.diagnosis;

import static dev.crosstrust.diagnosis.Legs.diagnosed;
import static dev.crosstrust.diagnosis.Legs.exchange;
import static dev.crosstrust.diagnosis.Legs.first;
import static dev.crosstrust.diagnosis.Legs.get;
import static dev.crosstrust.diagnosis.Legs.leg;
import static dev.crosstrust.diagnosis.Legs.s3;
import static dev.crosstrust.diagnosis.Legs.unanswered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.diagnosis.Evidence.Stop;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run shows as a whole, where no single answer says it. */
class RunDiagnosisTest {
  @Test
  void aWantedRefusalIsNoFinding() {
    Leg refused = s3("ListBuckets", 403, "AccessDenied", "Access Denied");
    assertThat(diagnosed(refused.judged(Expectation.DENIED, true))).isEmpty();
  }

  @Test
  void anUnwantedSuccessIsAWarning() {
    Leg done = leg("iam.ListRoles", "iam", "ListRoles", 200, get(Map.of()), Map.of(), "");
    Finding finding = first(done.judged(Expectation.DENIED, false));
    assertThat(finding.id()).isEqualTo("route.more-than-expected");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void whatNobodyAnsweredIsTheNetworks() {
    assertThat(first(unanswered("ConnectException")).id()).isEqualTo("network.unreachable");
    assertThat(first(unanswered("SSLHandshakeException: PKIX path building failed")).id())
        .isEqualTo("network.tls-inspected");
  }

  @Test
  void whatTheUserEndedIsNoFinding() {
    assertThat(diagnosed(unanswered("cancelled"))).isEmpty();
  }

  @Test
  void aStopOfNoStageIsToldWithoutOne() {
    Stop stop = new Stop("", new Breakage(Breakage.Kind.LOCAL, "why"));
    assertThat(Diagnosis.of(new Evidence(List.of(), List.of(stop))).getFirst().because())
        .containsExactly("why");
  }

  @Test
  void aKnownCauseTakesItsPlaceAmongTheOthers() {
    Finding known = Finding.info("google.x", "Something is odd");
    Stop stop = new Stop("token", new Breakage(Breakage.Kind.LOCAL, "why"));
    assertThat(Diagnosis.of(new Evidence(List.of(), List.of(stop)), List.of(known)))
        .extracting(Finding::id)
        .containsExactly("local.unusable", "google.x");
  }

  @Test
  void aStopThatALegExplainsIsNotToldTwice() {
    Stop stop = new Stop("exchange", new Breakage(Breakage.Kind.UNREACHABLE, "no connection"));
    assertThat(Diagnosis.of(new Evidence(List.of(unanswered("ConnectException")), List.of(stop))))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "UNREACHABLE, network.unreachable",
    "NOT_UNDERSTOOD, response.not-understood",
    "NEEDS_SIGN_IN, google.not-signed-in",
    "UNEXPECTED_ACCOUNT, account.unexpected",
    "LOCAL, local.unusable",
  })
  void aStopWithoutALegIsExplained(Breakage.Kind kind, String id) {
    Stop stop = new Stop("sign-in", new Breakage(kind, "why"));
    Finding finding = Diagnosis.of(new Evidence(List.of(), List.of(stop))).getFirst();
    assertThat(finding.id()).isEqualTo(id);
    assertThat(finding.because()).contains("sign-in: why");
  }

  @Test
  void theSecondAnswerCountsWhereAClientWasSentElsewhere() {
    Leg wrong = s3("ListObjectsV2", 400, "AuthorizationHeaderMalformed", "x");
    Leg right =
        new Leg(
            wrong.name(),
            wrong.service(),
            wrong.operation(),
            "https://elsewhere.example",
            200,
            wrong.startedAt(),
            1,
            null,
            Leg.Result.DONE,
            wrong.request(),
            new Leg.Received(Map.of(), null, null));
    assertThat(diagnosed(wrong, right)).isEmpty();
  }

  @Test
  void theSurestErrorStandsFirst() {
    assertThat(
            diagnosed(
                s3("ListBuckets", 403, "AccessDenied", "Access Denied"),
                exchange(400, "InvalidIdentityToken", "Missing a required claim: sub")))
        .extracting(Finding::id)
        .containsExactly("aws.claim-missing", "aws.denied-bare");
  }
}
