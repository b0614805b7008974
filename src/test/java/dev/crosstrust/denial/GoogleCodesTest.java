package dev.crosstrust.denial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleCodesTest {
  private static final String STORAGE =
      "Caller does not have storage.objects.create access to the Google Cloud Storage object."
          + " Permission 'storage.objects.create' denied on resource (or it may not exist).";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | forbidden | " + STORAGE,
        "403 | | " + STORAGE,
        "403 | accessDenied | Access Denied: Table p:d.t: Permission bigquery.tables.updateData"
            + " denied on table p:d.t (or it may not exist).",
        "403 | PERMISSION_DENIED | Access Denied: Project p: User does not have"
            + " bigquery.jobs.create permission in project p.",
        "403 | PERMISSION_DENIED | Permission 'iam.serviceAccounts.getAccessToken' denied on"
            + " resource (or it may not exist).",
        "403 | AccessDenied | Access denied.",
      })
  void aPolicysNoIsADenial(int status, String code, String message) {
    assertThat(GoogleCodes.denied(status, code, message)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | notFound | The specified bucket does not exist.",
        "404 | NOT_FOUND | Not found: Table p:d.t",
        "401 | authError | Invalid Credentials",
        "401 | required | Anonymous caller does not have storage.objects.list access to the Google"
            + " Cloud Storage bucket. Permission 'storage.objects.list' denied on resource (or it"
            + " may not exist).",
        "403 | vpcServiceControls | Request is prohibited by organization's policy."
            + " vpcServiceControlsUniqueIdentifier: 8e04",
        "403 | PERMISSION_DENIED | Request is prohibited by organization's policy."
            + " vpcServiceControlsUniqueIdentifier: 8e04",
        "403 | PERMISSION_DENIED | Caller does not have required permission to use project p. Grant"
            + " the caller the roles/serviceusage.serviceUsageConsumer role",
        "403 | PERMISSION_DENIED | BigQuery API has not been used in project 1 before or it is"
            + " disabled.",
        "403 | PERMISSION_DENIED | Request had insufficient authentication scopes.",
        "403 | forbidden | Provided scope(s) are not authorized",
        "403 | rateLimitExceeded | Exceeded rate limits",
        "200 | invalid | no such field: nope.",
        "503 | forbidden | " + STORAGE,
      })
  void whatIamDidNotSayIsNone(int status, String code, String message) {
    assertThat(GoogleCodes.denied(status, code, message)).isFalse();
  }

  @Test
  void anAnswerWithoutABodyIsJudgedByItsStatus() {
    assertThat(GoogleCodes.denied(403, null, "")).isTrue();
    assertThat(GoogleCodes.denied(404, null, "")).isFalse();
  }
}
