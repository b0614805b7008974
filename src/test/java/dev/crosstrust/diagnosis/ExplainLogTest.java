package dev.crosstrust.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import java.util.List;
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
  void whatAProgramSaysOfACauseThatItQuotesIsNoFindingBesideTheCause() {
    String around =
        """
        ERROR: (gcloud.storage.ls) There was a problem refreshing your current auth tokens: \
        ("Error code invalid_grant: %s", %s)
        Please run:

          $ gcloud auth login

        to obtain new credentials.
        """;
    String cause =
        "The audience in ID Token [sts.amazonaws.com] does not match the expected audience.";

    for (String behind : List.of("...", "'{\"error\":\"invalid_grant\",\"x\":\"y\"}'")) {
      assertThat(Explain.text(around.formatted(cause, behind)).findings())
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.id()).isEqualTo("google.audience-mismatch");
                assertThat(finding.because().getFirst()).endsWith(cause);
              });
    }

    assertThat(Explain.text(around.formatted("Nobody knows this one.", "...")).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.id()).isEqualTo("google.not-signed-in");
              assertThat(finding.because().getFirst())
                  .endsWith("(\"Error code invalid_grant: Nobody knows this one.\", ...)");
            });
  }

  @Test
  void whoPastesATextHasNoRouteToRunAgain() {
    for (String text :
        List.of(
            "An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided"
                + " token has expired.",
            "An error occurred (InvalidToken) when calling the ListBuckets operation: The provided"
                + " token is malformed or otherwise invalid.",
            "{\"error\":{\"code\":401,\"message\":\"Invalid Credentials\",\"errors\":[{\"domain\":"
                + "\"global\",\"reason\":\"authError\",\"message\":\"Invalid Credentials\"}]}}")) {
      Finding finding = Explain.text(text).findings().getFirst();

      assertThat(finding.fix()).isNotEmpty();
      assertThat(finding.fix())
          .noneSatisfy(fix -> assertThat(fix.text()).contains("the route again"));
    }
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
  void aStackBehindTwoWordsIsNoneOfThem() {
    assertThat(Explain.text("AccessDenied: Access Denied\n    at Request.extractError").findings())
        .extracting(Finding::id)
        .containsExactly("aws.denied-bare");
  }

  @Test
  void theTwoClocksOfARequestAreTold() {
    assertThat(
            Explain.text(
                    "<Error><Code>RequestTimeTooSkewed</Code><Message>The difference between the"
                        + " request time and the current time is too"
                        + " large.</Message><RequestTime>20261121T120000Z</RequestTime>"
                        + "<ServerTime>2026-11-21T12:20:00Z</ServerTime></Error>")
                .findings()
                .getFirst()
                .because()
                .toString())
        .contains("20261121T120000Z", "2026-11-21T12:20:00Z");
  }

  @Test
  void anExchangeInTheLastSecondOfATokenIsAPossibleCauseOnly() {
    Finding found =
        Explain.text(
                """
                {"protoPayload": {"serviceName": "sts.googleapis.com", "methodName": "ExchangeToken",
                  "status": {"code": 13, "message": "Internal error encountered."}}}
                """)
            .findings()
            .getFirst();

    assertThat(found.id()).isEqualTo("google.token-stale");
    assertThat(found.confidence()).isEqualTo(Confidence.POSSIBLE);
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
