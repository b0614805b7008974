package dev.crosstrust.trust.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.google.IamPolicy.Binding;
import dev.crosstrust.trust.google.IamPolicy.Condition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A grant is mended where it stands. */
class RegrantTest {
  private static final PolicyResource PROJECT = new PolicyResource.Project("demo");
  private static final PolicyResource TABLE = new PolicyResource.Table("p", "d", "t");

  private static Fix fix(PolicyResource resource, Condition condition) {
    return new Regrant(
            new Binding("roles/r", List.of("principal://wrong"), condition, resource),
            "principal://right",
            "principal://wrong")
        .fix();
  }

  static List<Arguments> resources() {
    return List.of(
        Arguments.of(PROJECT, "gcloud projects VERB demo WHO --role=roles/r --condition=None"),
        Arguments.of(
            new PolicyResource.Bucket("b"),
            "gcloud storage buckets VERB gs://b WHO --role=roles/r --condition=None"),
        Arguments.of(
            new PolicyResource.ServiceAccount("sa@p.iam.gserviceaccount.com"),
            "gcloud iam service-accounts VERB"
                + " projects/-/serviceAccounts/sa@p.iam.gserviceaccount.com WHO --role=roles/r"
                + " --condition=None"),
        Arguments.of(TABLE, "bq VERB WHO --role=roles/r p:d.t"));
  }

  @ParameterizedTest
  @MethodSource("resources")
  void itIsGrantedOnItsResourceAndTakenAwayThere(PolicyResource resource, String command) {
    assertThat(fix(resource, null).gcloud().lines())
        .containsExactly(
            command
                .replace("VERB", "add-iam-policy-binding")
                .replace("WHO", "--member=principal://right"),
            command
                .replace("VERB", "remove-iam-policy-binding")
                .replace("WHO", "--member=principal://wrong"));
  }

  @Test
  void itsConditionStaysWithCommasAndAll() {
    Fix fix =
        fix(PROJECT, new Condition("resource.name in ['a', 'b']", "Two", "Only these, please"));

    assertThat(fix.gcloud().lines())
        .allMatch(
            line ->
                line.endsWith(
                    "--condition=^;^expression=resource.name in ['\\''a'\\'',"
                        + " '\\''b'\\''];title=Two;description=Only these, please'"));
    assertThat(fix.terraform())
        .isEqualTo(
            """
            # in the place of member = "principal://wrong"
            resource "google_project_iam_member" "demo_r" {
              project = "demo"
              role = "roles/r"
              member = "principal://right"
              condition {
                title = "Two"
                description = "Only these, please"
                expression = "resource.name in ['a', 'b']"
              }
            }\
            """);
  }

  @Test
  void aDatasetIsReadChangedAndWritten() {
    Fix fix = fix(new PolicyResource.Dataset("p", "d"), null);

    assertThat(fix.gcloud())
        .isEqualTo(
            "bq show --format=prettyjson p:d > dataset.json\n"
                + "bq update --source=dataset.json p:d");
    assertThat(fix.text()).contains("\"principal://right\"", "\"principal://wrong\"");
  }

  /** {@code bq add-iam-policy-binding} has no flag for one. */
  @Test
  void aConditionOnATableIsKeptByWritingTheWholePolicy() {
    assertThat(fix(TABLE, Condition.of("false")).gcloud())
        .isEqualTo(
            "bq get-iam-policy --table p:d.t > policy.json\n"
                + "bq set-iam-policy --table p:d.t policy.json");
  }
}
