package dev.crosstrust.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import org.junit.jupiter.api.Test;

/** Logs, entries of audit logs, and what must not be repeated from them. */
class ExplainLogTest {
  @Test
  void allErrorsOfALogAreTold() {
    Explained explained =
        Explain.text(
            """
            2026-11-21T10:00:00Z INFO starting
            2026-11-21T10:00:01Z ERROR upload: Caller does not have storage.objects.create access to \
            the Google Cloud Storage object. Permission 'storage.objects.create' denied on resource \
            (or it may not exist).
            2026-11-21T10:00:02Z ERROR An error occurred (NoSuchBucket) when calling the \
            ListObjectsV2 operation: The specified bucket does not exist
            2026-11-21T10:00:03Z ERROR {"error":"invalid_grant","error_description":"Unable to \
            parse the ID Token."}
            2026-11-21T10:00:04Z ERROR {"error":"invalid_grant","error_description":"Unable to \
            parse the ID Token."}
            """);

    assertThat(explained.findings())
        .extracting(Finding::id)
        .containsExactly("s3.no-such-bucket", "google.token-unparseable", "gcs.denied");
    assertThat(explained.service()).isEqualTo("s3");
    assertThat(explained.operation()).isEqualTo("ListObjectsV2");
    assertThat(explained.code()).isEqualTo("NoSuchBucket");
  }

  @Test
  void cloudTrailTellsWhoAskedWhereTheSentenceDoesNot() {
    Explained explained =
        Explain.text(
            """
            {"Records": [{"eventVersion": "1.11", "eventSource": "s3.amazonaws.com",
              "eventName": "GetObject", "errorCode": "AccessDenied", "errorMessage": "Access Denied",
              "userIdentity": {"type": "AssumedRole",
                "arn": "arn:aws:sts::111122223333:assumed-role/R/s"},
              "requestParameters": {"bucketName": "b"}}]}
            """);

    assertThat(explained.findings()).first().extracting(Finding::id).isEqualTo("aws.denied-bare");
    assertThat(explained.denial().principal())
        .isEqualTo("arn:aws:sts::111122223333:assumed-role/R/s");
    assertThat(explained.operation()).isEqualTo("GetObject");
  }

  @Test
  void cloudTrailHidesTheSentenceOfARefusedWebIdentity() {
    Explained explained =
        Explain.text(
            """
            {"eventSource": "sts.amazonaws.com", "eventName": "AssumeRoleWithWebIdentity",
             "errorCode": "AccessDenied", "errorMessage": "An unknown error occurred",
             "userIdentity": {"type": "WebIdentityUser", "userName": "114809731204417780391"},
             "requestParameters": {"roleArn": "arn:aws:iam::111122223333:role/GCPWorkloadIAMRole"}}
            """);

    assertThat(explained.findings()).first().extracting(Finding::id).isEqualTo("aws.trust-refused");
    assertThat(explained.findings().getFirst().fix().getFirst().aws())
        .contains("GCPWorkloadIAMRole");
  }

  @Test
  void anAuditEntryOfGoogleNamesThePermissionApartFromItsSentence() {
    Explained explained =
        Explain.text(
            """
            {"protoPayload": {"@type": "type.googleapis.com/google.cloud.audit.AuditLog",
              "status": {"code": 7, "message": "PERMISSION_DENIED"},
              "authenticationInfo": {"principalSubject":
                "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/subject/s"},
              "serviceName": "storage.googleapis.com", "methodName": "storage.objects.list",
              "authorizationInfo": [{"resource": "projects/_/buckets/b",
                "permission": "storage.objects.list", "granted": false}]}}
            """);

    assertThat(explained.findings()).first().extracting(Finding::id).isEqualTo("gcs.denied");
    assertThat(explained.service()).isEqualTo("gcs");
    assertThat(explained.operation()).isEqualTo("storage.objects.list");
    assertThat(explained.code()).isEqualTo("PERMISSION_DENIED");
    assertThat(explained.denial().permission()).isEqualTo("storage.objects.list");
    assertThat(explained.denial().resource()).isEqualTo("projects/_/buckets/b");
    assertThat(explained.denial().principal()).startsWith("principal://");
  }

  @Test
  void anEntryOfAPerimeterIsRead() {
    Explained explained =
        Explain.text(
            """
            {"protoPayload": {"@type": "type.googleapis.com/google.cloud.audit.AuditLog",
              "status": {"code": 7, "message": "Request is prohibited by organization's policy."},
              "serviceName": "bigquery.googleapis.com", "methodName": "m",
              "metadata": {"vpcServiceControlsUniqueId": "8e042d53afb67532"}}}
            """);

    assertThat(explained.findings())
        .first()
        .extracting(Finding::id)
        .isEqualTo("google.vpc-service-controls");
    assertThat(explained.findings().getFirst().because().toString()).contains("8e042d53afb67532");
  }

  @Test
  void theClientsOwnErrorAroundTheServicesIsNotTheFirst() {
    Explained explained =
        Explain.text(
            """
            google.auth.exceptions.RefreshError: ('Unable to acquire impersonated credentials', \
            '{\\n  "error": {\\n    "code": 404,\\n    "message": "Not found; Gaia id not found for \
            email poc@demo-product-sbx.iam.gserviceaccount.com",\\n    "status": "NOT_FOUND"\\n  }\\n}')
            """);

    assertThat(explained.findings())
        .extracting(Finding::id)
        .containsExactly("google.service-account-missing");
    assertThat(explained.status()).isEqualTo(404);
  }

  @Test
  void aTextBrokenInTheMiddleOfWordsIsRead() {
    String text =
        "User: arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp-session is not"
            + " authorized to perform: iam:ListRoles on resource: arn:aws:iam::111122223333:role/"
            + " because no identity-based policy allows the iam:ListRoles action";
    Explained explained = Explain.text(text.replaceAll("(.{50})", "$1\n"));

    assertThat(explained.denial()).isEqualTo(Explain.text(text).denial());
  }

  @Test
  void noSecretOfAPasteIsRepeated() {
    // Taken apart, so that nothing in the tree looks like a token.
    String token = String.join(".", "eyJ" + "hbGciOiJSUzI1NiJ9", "eyJzdWIiOiIxMjM0In0", "c2lnbmF0");
    String access = "ya29." + "a0AfH6SMBexampleexample";
    Explained explained =
        Explain.text(
            "An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity"
                + " operation: Incorrect token audience WebIdentityToken="
                + token
                + " and "
                + access
                + " aws_secret_access_key = wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY");

    assertThat(explained.findings()).isNotEmpty();
    assertThat(explained.toString()).doesNotContain("c2lnbmF0", "exampleexample", "EXAMPLEKEY");
  }

  @Test
  void headersAloneTellOfARefusalWithoutText() {
    assertThat(
            Explain.text(
                    """
                    HTTP/1.1 403 Forbidden
                    x-amz-request-id: R
                    x-amz-bucket-region: eu-west-1
                    Server: AmazonS3
                    """)
                .findings())
        .first()
        .extracting(Finding::id)
        .isEqualTo("aws.denied-unexplained");
  }
}
