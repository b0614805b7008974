package dev.crosstrust.diagnosis.google;

import static dev.crosstrust.diagnosis.Legs.classic;
import static dev.crosstrust.diagnosis.Legs.data;
import static dev.crosstrust.diagnosis.Legs.first;
import static dev.crosstrust.diagnosis.Legs.google;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleProjectRulesTest {
  private static final String ENVELOPE =
      """
      {"error": {"code": 403, "status": "PERMISSION_DENIED", "message": "%s", "details": [
        {"@type": "type.googleapis.com/google.rpc.PreconditionFailure",
         "violations": [{"type": "VPC_SERVICE_CONTROLS"}]},
        {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "%s",
         "domain": "googleapis.com", "metadata": {"service": "storage.googleapis.com"}}]}}\
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SECURITY_POLICY_VIOLATED | Request is prohibited by organization's policy."
            + " vpcServiceControlsUniqueIdentifier: 8e04 | google.vpc-service-controls",
        "USER_PROJECT_DENIED | Caller does not have required permission to use project example-dev."
            + " Grant the caller the roles/serviceusage.serviceUsageConsumer role |"
            + " google.quota-project-denied",
        "SERVICE_DISABLED | Cloud Storage JSON API has not been used in project 1 before or it is"
            + " disabled. | google.api-disabled",
        "ACCESS_TOKEN_SCOPE_INSUFFICIENT | Request had insufficient authentication scopes. |"
            + " google.scope-insufficient",
      })
  void theReasonOfTheNewerEnvelopeIsHeeded(String reason, String message, String id) {
    Finding finding = first(google("token", 403, ENVELOPE.formatted(message, reason)));
    assertThat(finding.id()).isEqualTo(id);
    assertThat(finding.source()).startsWith("https://");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | vpcServiceControls | Request is prohibited by organization's policy."
            + " vpcServiceControlsUniqueIdentifier: 8e042d53afb67532 |"
            + " google.vpc-service-controls",
        "403 | forbidden | Request violates VPC Service Controls. | google.vpc-service-controls",
        "403 | accessDenied | VPC Service Controls: Request is prohibited by organization's policy."
            + " | google.vpc-service-controls",
        "400 | invalid | User project specified in the request is invalid. |"
            + " google.quota-project-denied",
        "403 | accessNotConfigured | BigQuery API has not been used in project 1 before or it is"
            + " disabled. | google.api-disabled",
        "403 | insufficientPermissions | Request had insufficient authentication scopes. |"
            + " google.scope-insufficient",
      })
  void soAreTheSentencesOfTheClassicOne(int status, String reason, String message, String id) {
    String body = classic(status, reason, message);
    assertThat(first(data("gcs.GetObject", "GET", "/storage/v1/b/b/o/x", status, body)).id())
        .isEqualTo(id);
  }

  @Test
  void gcloudIsNotToldTheNumberOfAProjectThatItRefuses() {
    String text =
        "BigQuery API has not been used in project 123456789012 before or it is disabled.";
    Finding finding =
        first(data("gcs.GetObject", "GET", "/x", 403, classic(403, "accessNotConfigured", text)));

    assertThat(finding.fix().getFirst().gcloud())
        .endsWith(
            " --project=\"$(gcloud projects describe 123456789012 --format='value(projectId)')\"");
  }

  @Test
  void theViolationIsNamedForWhoKeepsThePerimeter() {
    String text =
        "Request is prohibited by organization's policy. vpcServiceControlsUniqueIdentifier:"
            + " 8e042d53afb67532";
    Finding finding = first(google("token", 403, classic(403, "vpcServiceControls", text)));
    assertThat(finding.fix().getFirst().gcloud()).contains("UniqueId=\"8e042d53afb67532\"");
  }

  @Test
  void theProjectThatMayNotBeChargedIsNamedWhereTheTextNamesIt() {
    Finding named =
        first(
            google(
                "token",
                403,
                ENVELOPE.formatted(
                    "Caller does not have required permission to use project example-dev. Grant"
                        + " the caller a role.",
                    "USER_PROJECT_DENIED")));
    assertThat(named.fix().get(1).gcloud())
        .startsWith("gcloud projects add-iam-policy-binding example-dev ");
    Finding unnamed =
        first(
            google(
                "token",
                400,
                classic(400, "invalid", "User project specified in the request is invalid.")));
    assertThat(unnamed.confidence()).isEqualTo(Confidence.LIKELY);
  }

  @Test
  void anApiWithoutFindingsOfItsOwnIsToldWhatWasRefused() {
    Finding finding =
        first(
            google(
                "pools",
                403,
                ENVELOPE.formatted(
                    "Permission 'iam.workloadIdentityPools.get' denied on resource"
                        + " '//iam.googleapis.com/projects/p/x' (or it may not exist).",
                    "IAM_PERMISSION_DENIED")));
    assertThat(finding.id()).isEqualTo("google.denied");
    assertThat(finding.title())
        .isEqualTo("iam.workloadIdentityPools.get on //iam.googleapis.com/projects/p/x is refused");
  }
}
