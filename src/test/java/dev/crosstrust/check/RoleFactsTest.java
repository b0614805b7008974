package dev.crosstrust.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.inspect.aws.RoleDetail;
import dev.crosstrust.inspect.aws.RoleSummary;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.trust.aws.TrustReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a role refuses whatever its trust policy says. */
class RoleFactsTest {
  private static final String ARN = "arn:aws:iam::111122223333:role/team/Reader";
  private static final RoleDetail ROLE =
      new RoleDetail(new RoleSummary(ARN, "Reader", "/team/"), "{}", Duration.ofHours(1));
  private static final TrustReport ADMITTED =
      new TrustReport(Verdict.ADMITTED, null, null, List.of(), List.of(), null);

  @Test
  void aSessionThatFitsChangesNothing() {
    assertThat(judged(ARN, Duration.ofHours(1))).isSameAs(ADMITTED);
    assertThat(judged(ARN, null)).isSameAs(ADMITTED);
  }

  @Test
  void aLongerSessionThanTheRoleAllowsIsRefused() {
    TrustReport report = judged(ARN, Duration.ofHours(2));

    assertThat(report.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(report.findings()).extracting(Finding::id).containsExactly("aws.session-duration");
    assertThat(report.findings().getFirst().because())
        .containsExactly("Asked for: 7200 seconds; the role's maximum: 3600");
  }

  @Test
  void aPathThatIsLeftOutNamesNoRole() {
    TrustReport report = judged("arn:aws:iam::111122223333:role/Reader", null);

    assertThat(report.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(report.findings().getFirst().because()).endsWith("In the account: " + ARN);
  }

  private static TrustReport judged(String arn, Duration duration) {
    return RoleFacts.judged(
        ADMITTED, new AskedRole("gcloud:x", null, arn, "eu-west-1", "s", duration), ROLE);
  }
}
