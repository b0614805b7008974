package dev.crosstrust.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as published, and the same grammar with other names and in other wrappings. */
class GoogleDenialsTest {
  private static final String TROUBLESHOOTER =
      " Remediate access with this Troubleshooter URL or share it with your administrator -"
          + " https://console.cloud.google.com/iam-admin/troubleshooter/summary;errorId=AbCdEf123456";

  static Stream<Arguments> samples() {
    return Stream.of(
        sample(
            "Caller does not have storage.objects.create access to the Google Cloud Storage object."
                + " Permission 'storage.objects.create' denied on resource (or it may not exist).",
            denial("Caller", "storage.objects.create", null, true)),
        sample(
            "EMAIL_ADDRESS does not have storage.buckets.list access to the Google Cloud project."
                + " Permission 'storage.buckets.list' denied on resource (or it may not exist).",
            denial("EMAIL_ADDRESS", "storage.buckets.list", null, true)),
        sample(
            "reports-reader@example-project.iam.gserviceaccount.com does not have"
                + " storage.objects.get access to the Google Cloud Storage object. Permission"
                + " 'storage.objects.get' denied on resource"
                + " '//storage.googleapis.com/projects/_/buckets/pubsite_prod_rev_1/objects/stats/installs.csv'"
                + " (or it may not exist)."
                + TROUBLESHOOTER,
            denial(
                "reports-reader@example-project.iam.gserviceaccount.com",
                "storage.objects.get",
                "//storage.googleapis.com/projects/_/buckets/pubsite_prod_rev_1/objects/stats/installs.csv",
                true)),
        sample(
            "Anonymous caller does not have storage.objects.list access to the Google Cloud Storage"
                + " bucket. Permission 'storage.objects.list' denied on resource (or it may not"
                + " exist).",
            denial("Anonymous caller", "storage.objects.list", null, true)),
        sample(
            "ci@p.iam.gserviceaccount.com does not have storage.objects.delete access to the Google"
                + " Cloud Storage object.",
            denial("ci@p.iam.gserviceaccount.com", "storage.objects.delete", null, false)),
        sample(
            "Caller does not have storage.objects.get access to the Google Cloud Storage object."
                + " Permission 'storage.objects.get' denied on resource"
                + " '//storage.googleapis.com/projects/_/buckets/b/objects/it's (1).txt' (or it may"
                + " not exist).",
            denial(
                "Caller",
                "storage.objects.get",
                "//storage.googleapis.com/projects/_/buckets/b/objects/it's (1).txt",
                true)),
        sample(
            "Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not"
                + " exist).",
            denial(null, "iam.serviceAccounts.getAccessToken", null, true)),
        sample(
            "Permission 'iam.workloadIdentityPools.get' denied on resource"
                + " '//iam.googleapis.com/projects/p/locations/global/workloadIdentityPools/x' (or"
                + " it may not exist)."
                + TROUBLESHOOTER,
            denial(
                null,
                "iam.workloadIdentityPools.get",
                "//iam.googleapis.com/projects/p/locations/global/workloadIdentityPools/x",
                true)),
        sample(
            "Access Denied: Table gfg-fot:lpg_fraud_detection.audit_trail: Permission"
                + " bigquery.tables.updateData denied on table"
                + " gfg-fot:lpg_fraud_detection.audit_trail (or it may not exist).",
            denial(
                null,
                "bigquery.tables.updateData",
                "gfg-fot:lpg_fraud_detection.audit_trail",
                true)),
        sample(
            "Access Denied: Dataset example.com:p:d_1: Permission bigquery.datasets.get denied on"
                + " dataset example.com:p:d_1 (or it may not exist).",
            denial(null, "bigquery.datasets.get", "example.com:p:d_1", true)),
        sample(
            "Access Denied: Project bq-walkthrough: User does not have bigquery.jobs.create"
                + " permission in project bq-walkthrough.",
            denial("User", "bigquery.jobs.create", "bq-walkthrough", false)),
        sample(
            "Access Denied: Table p:d.t: User does not have permission to query table p:d.t, or"
                + " perhaps it does not exist.",
            denial("User", null, "p:d.t", true)),
        sample("Access denied.", Denial.BARE),
        sample("The caller does not have permission", Denial.BARE));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aPublishedTextIsRead(String text, Denial expected) {
    assertThat(GoogleDenials.in(text)).containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void lineBreaksEscapesAndWhatStandsAroundAreNoneOfIt(String text, Denial expected) {
    String broken = "ERROR: (gcloud.storage.cp) HTTPError 403: " + text.replace(" ", "\n    ");
    String json = "{\"error\":{\"message\":\"%s\"}}".formatted(text.replace("'", "\\u0027"));
    String xml = "<Message>%s</Message><Details/>".formatted(text.replace("'", "&#39;"));
    String log = "googleapi: Error 403: " + text + ", forbidden (Request ID: X)";
    assertThat(Stream.of(broken, json, xml, log).map(GoogleDenials::in))
        .allSatisfy(denials -> assertThat(denials).containsExactly(expected));
  }

  @Test
  void gcloudsSentenceAboutTheSameRefusalIsNotASecondOne() {
    String text =
        "ERROR: (gcloud.storage.ls) [a@p.iam.gserviceaccount.com] does not have permission to"
            + " access b instance [my-bucket] (or it may not exist): a@p.iam.gserviceaccount.com"
            + " does not have storage.objects.list access to the Google Cloud Storage bucket."
            + " Permission 'storage.objects.list' denied on resource (or it may not exist). This"
            + " command is authenticated as a@p.iam.gserviceaccount.com which is the active"
            + " account.";
    assertThat(GoogleDenials.in(text))
        .containsExactly(denial("a@p.iam.gserviceaccount.com", "storage.objects.list", null, true));
  }

  @Test
  void severalRefusalsInOneLogAreAllReadAndRepeatedOnesOnce() {
    String one =
        "Caller does not have storage.objects.get access to the Google Cloud Storage object.\n";
    String two = "Permission 'resourcemanager.projects.get' denied on resource '//x/y'.\n";
    assertThat(GoogleDenials.in(one + two + one))
        .extracting(Denial::permission, Denial::resource)
        .containsExactly(
            tuple("storage.objects.get", null), tuple("resourcemanager.projects.get", "//x/y"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The specified bucket does not exist.",
        "Request is prohibited by organization's policy. vpcServiceControlsUniqueIdentifier: 8e04",
        "Caller does not have required permission to use project example-dev. Grant the caller the"
            + " roles/serviceusage.serviceUsageConsumer role, or a custom role with the"
            + " serviceusage.services.use permission, by visiting"
            + " https://console.developers.google.com/iam-admin/iam/project?project=example-dev",
        "BigQuery API has not been used in project 8667575547 before or it is disabled.",
        "Request had insufficient authentication scopes.",
        "Provided scope(s) are not authorized",
        "Access Denied: BigQuery BigQuery: Permission denied while getting Drive credentials.",
        "Not found: Table p:d.t",
      })
  void aTextAboutSomethingElseIsNotARefusal(String text) {
    assertThat(GoogleDenials.in(text)).isEmpty();
  }

  private static Arguments sample(String text, Denial expected) {
    return Arguments.of(text, expected);
  }

  private static Denial denial(
      String principal, String permission, String resource, boolean mayNotExist) {
    return new Denial(
        principal, null, permission, resource, null, null, null, null, null, mayNotExist);
  }
}
