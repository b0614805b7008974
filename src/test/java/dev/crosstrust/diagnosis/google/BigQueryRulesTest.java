package dev.crosstrust.diagnosis.google;

import static dev.crosstrust.diagnosis.Legs.classic;
import static dev.crosstrust.diagnosis.Legs.data;
import static dev.crosstrust.diagnosis.Legs.diagnosed;
import static dev.crosstrust.diagnosis.Legs.exchanged;
import static dev.crosstrust.diagnosis.Legs.first;
import static dev.crosstrust.diagnosis.Legs.rowsRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BigQueryRulesTest {
  private static final String ROWS = "/bigquery/v2/projects/p-1/datasets/d_1/tables/t_1/insertAll";
  private static final String REJECTED =
      """
      {"kind": "bigquery#tableDataInsertAllResponse", "insertErrors": [
        {"index": 0, "errors": [{"reason": "stopped", "location": "", "message": ""}]},
        {"index": 1, "errors": [{"reason": "invalid", "location": "nope", "debugInfo": "",
          "message": "no such field: nope."}]}]}\
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | accessDenied | Access Denied: Table p-1:d_1.t_1: Permission"
            + " bigquery.tables.updateData denied on table p-1:d_1.t_1 (or it may not exist). |"
            + " bigquery.denied-table",
        "403 | accessDenied | Access Denied: Dataset p-1:d_1: Permission bigquery.datasets.get"
            + " denied on dataset p-1:d_1 (or it may not exist). | bigquery.denied-table",
        "403 | accessDenied | Access Denied: Table p-1:d_1.t_1: User does not have permission to"
            + " query table p-1:d_1.t_1, or perhaps it does not exist. | bigquery.denied-table",
        "403 | accessDenied | Access Denied: Project p-1: User does not have bigquery.jobs.create"
            + " permission in project p-1. | bigquery.denied-jobs",
        "403 | accessDenied | Access Denied: BigQuery BigQuery: Permission denied while getting"
            + " Drive credentials. | response.not-understood",
        "404 | notFound | Not found: Table p-1:d_1.t_1 | bigquery.not-found",
        "404 | notFound | Not Found: Dataset myproject:foo | bigquery.not-found",
        "404 | notFound | Not found: Dataset p-1:d_1 was not found in location US |"
            + " bigquery.not-found",
        "401 | authError | Invalid Credentials | google.access-token-refused",
        "403 | rateLimitExceeded | Exceeded rate limits | google.throttled",
      })
  void anAnswerIsExplained(int status, String reason, String message, String id) {
    Leg leg = data("bigquery.InsertRow", "POST", ROWS, status, classic(status, reason, message));
    assertThat(first(leg).id()).isEqualTo(id);
  }

  @Test
  void theGrantIsOnTheTableAndNamesThePrincipal() {
    String text =
        "Access Denied: Table p-1:d_1.t_1: Permission bigquery.tables.updateData denied on table"
            + " p-1:d_1.t_1 (or it may not exist).";
    Finding finding =
        first(
            exchanged("principal://iam.googleapis.com/x/subject/s (1 of 127 bytes)"),
            data("bigquery.InsertRow", "POST", ROWS, 403, classic(403, "accessDenied", text)));
    assertThat(finding.title()).isEqualTo("bigquery.tables.updateData on p-1:d_1.t_1 is refused");
    assertThat(finding.because()).contains(GoogleDenialFindings.FOUR_CAUSES);
    assertThat(finding.fix().getFirst().gcloud())
        .isEqualTo(
            "bq add-iam-policy-binding --member=principal://iam.googleapis.com/x/subject/s"
                + " --role=roles/bigquery.dataEditor p-1:d_1.t_1");
    assertThat(finding.fix().getFirst().terraform()).contains("google_bigquery_table_iam_member");
  }

  @Test
  void whoMayNotMakeJobsIsToldWhatNeedsNone() {
    String text =
        "Access Denied: Project p-1: User does not have bigquery.jobs.create permission in project"
            + " p-1.";
    Finding finding =
        first(
            data(
                "bigquery.Query",
                "POST",
                "/bigquery/v2/projects/p-1/queries",
                403,
                classic(403, "accessDenied", text)));
    assertThat(finding.title()).isEqualTo("bigquery.jobs.create on project p-1 is refused");
    assertThat(finding.fix().getFirst().text()).contains("need no job");
    assertThat(finding.fix().get(1).gcloud()).contains("roles/bigquery.jobUser");
  }

  @Test
  void rowsThatAreNotTakenAreAFailureThoughTheAnswerIsOfStatus200() {
    Finding finding = first(rowsRejected(ROWS, REJECTED));
    assertThat(finding.id()).isEqualTo("bigquery.rows-rejected");
    assertThat(finding.title()).isEqualTo("BigQuery answered 200 and did not take 2 rows");
    assertThat(finding.because().getFirst())
        .isEqualTo("bigquery.InsertRow: bigquery answered 200 invalid: no such field: nope.");
    assertThat(finding.because().get(1)).endsWith("with the field nope");
    assertThat(finding.fix().getFirst().gcloud()).endsWith("p-1:d_1.t_1");
  }

  @Test
  void rowsThatAreNotTakenAreNoSuccessThatShouldHaveBeenRefused() {
    Leg leg = rowsRejected(ROWS, REJECTED);
    assertThat(diagnosed(leg.judged(Expectation.DENIED, false)))
        .extracting(Finding::id)
        .containsExactly("bigquery.rows-rejected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\": \"bigquery#tableDataInsertAllResponse\"}",
        "{\"kind\": \"bigquery#tableDataInsertAllResponse\", \"insertErrors\": []}",
        "{\"rows\": [{\"f\": [{\"v\": \"insertErrors\"}]}]}",
        "{\"rows\": [{\"f\": [{\"v\": \"cut \"insertErrors\"",
      })
  void otherAnswersOfStatus200AreNone(String body) {
    assertThat(diagnosed(data("bigquery.InsertRow", "POST", ROWS, 200, body))).isEmpty();
  }
}
