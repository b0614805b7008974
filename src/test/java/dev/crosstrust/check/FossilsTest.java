package dev.crosstrust.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Severity;
import dev.crosstrust.trust.google.IamPolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pieces of tutorials that the way from Google to AWS does not use. */
class FossilsTest {
  private static final String POOLS =
      "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/";

  @Test
  void aPoolThatMayBeTheServiceAccountIsRemarkedOn() {
    Finding finding = found("roles/iam.workloadIdentityUser", POOLS + "aws/*").orElseThrow();

    assertThat(finding.id()).isEqualTo("fossil.pool-for-outward-road");
    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.fix().getFirst().gcloud())
        .isEqualTo(
            "gcloud iam service-accounts remove-iam-policy-binding sa@p.iam.gserviceaccount.com"
                + " '--member=%saws/*' --role=roles/iam.workloadIdentityUser --condition=None"
                    .formatted(POOLS));
  }

  @Test
  void aGrantIsTakenAwayUnderTheConditionThatItHas() {
    IamPolicy.Condition condition =
        new IamPolicy.Condition("request.time < date('2030-01-01')", "t", null);
    Finding finding =
        Fossils.pool(
                "sa@p.iam.gserviceaccount.com",
                new IamPolicy(
                    List.of(
                        new IamPolicy.Binding(
                            "roles/iam.workloadIdentityUser",
                            List.of(POOLS + "aws/*"),
                            condition))))
            .orElseThrow();

    assertThat(finding.fix().getFirst().gcloud()).contains("expression=request.time", "title=t");
  }

  @ParameterizedTest
  @CsvSource({
    "roles/iam.workloadIdentityUser, serviceAccount:p.svc.id.goog[ns/ksa]",
    "roles/iam.workloadIdentityUser,"
        + " principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p.svc.id.goog/subject/ns/n/sa/s",
    "roles/iam.serviceAccountTokenCreator, user:somebody@example.com",
  })
  void whatAClusterNeedsIsNone(String role, String member) {
    assertThat(found(role, member)).isEmpty();
  }

  private static Optional<Finding> found(String role, String member) {
    return Fossils.pool(
        "sa@p.iam.gserviceaccount.com",
        new IamPolicy(List.of(new IamPolicy.Binding(role, List.of(member), null))));
  }
}
