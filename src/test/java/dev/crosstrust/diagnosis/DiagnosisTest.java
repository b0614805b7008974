package dev.crosstrust.diagnosis;

import static dev.crosstrust.diagnosis.Legs.first;
import static dev.crosstrust.diagnosis.Legs.get;
import static dev.crosstrust.diagnosis.Legs.google;
import static dev.crosstrust.diagnosis.Legs.leg;
import static dev.crosstrust.diagnosis.Legs.s3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.finding.Finding;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisTest {
  private static final String ASKED =
      "User: arn:aws:sts::111122223333:assumed-role/R/s is not authorized to perform: ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iam:ListRoles on resource: arn:aws:iam::111122223333:role/ because no identity-based"
            + " policy allows the iam:ListRoles action | aws.denied-identity-policy",
        "s3:ListAllMyBuckets with an explicit deny in an identity-based policy |"
            + " aws.denied-explicit-identity",
        "s3:GetObject because no resource-based policy allows the s3:GetObject action |"
            + " aws.denied-resource-policy",
        "s3:GetObject with an explicit deny in a resource-based policy |"
            + " aws.denied-explicit-resource",
        "s3:GetObject with an explicit deny in a service control policy | aws.denied-scp",
        "s3:GetObject with an explicit deny in a resource control policy | aws.denied-rcp",
        "s3:GetObject because no permissions boundary allows the s3:GetObject action |"
            + " aws.denied-boundary",
        "s3:GetObject because no session policy allows the s3:GetObject action |"
            + " aws.denied-session-policy",
        "s3:GetObject with an explicit deny in a VPC endpoint policy | aws.denied-vpc-endpoint",
        "s3:PutObject because public ACLs are prevented by the BlockPublicAcls setting in S3 Block"
            + " Public Access | aws.denied-public-access-block",
        "kms:Decrypt on this resource because no identity-based policy allows the kms:Decrypt"
            + " action | aws.denied-kms",
        "s3:GetBucketAcl on resource: \"arn:aws:s3:::b\" | aws.denied-unexplained",
      })
  void aRefusalIsExplainedByTheKindOfPolicy(String text, String id) {
    Finding finding = first(s3("ListBuckets", 403, "AccessDenied", ASKED + text));
    assertThat(finding.id()).isEqualTo(id);
    assertThat(finding.because()).contains("Asked as arn:aws:sts::111122223333:assumed-role/R/s");
    if (id.equals("aws.denied-public-access-block")) {
      assertThat(finding.fix().getFirst().text()).startsWith("Leave the ACL out");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "because no identity-based policy allows the s3:GetObject action | aws iam put-role-policy"
            + " --role-name R --policy-name crosstrust-GetObject-630ad53b --policy-document"
            + " '{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::b/k\"}]}'",
        "because no permissions boundary allows the s3:GetObject action |"
            + " aws iam get-role --role-name R --query Role.PermissionsBoundary",
        "with an explicit deny in a resource-based policy |"
            + " aws s3api get-bucket-policy --bucket b",
        "with an explicit deny in a service control policy:"
            + " arn:aws:organizations::1:policy/o-1/service_control_policy/p-2 |"
            + " aws organizations describe-policy --policy-id p-2",
        "with an explicit deny in a VPC endpoint policy |",
      })
  void theCommandAllowsItOrShowsThePolicyThatRefused(String reason, String command) {
    String text = ASKED + "s3:GetObject on resource: \"arn:aws:s3:::b/k\" " + reason;
    Finding finding = first(s3("PutObject", 403, "AccessDenied", text));
    assertThat(finding.fix().getFirst().aws()).isEqualTo(command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"on this resource", "on resource: role Worker"})
  void whatIsNamedInWordsIsNotOpenedWithAllThatThereIs(String resource) {
    String text =
        "kms:Decrypt %s because no identity-based policy allows the kms:Decrypt action"
            .formatted(resource);
    Finding finding = first(s3("PutObject", 403, "AccessDenied", ASKED + text));

    assertThat(finding.fix().getFirst().text()).contains("kms:Decrypt");
    assertThat(finding.fix())
        .allSatisfy(fix -> assertThat(fix.toString()).doesNotContain("put-role"));
  }

  @ParameterizedTest
  @CsvSource({
    "403, AccessDenied, Access Denied, aws.denied-bare",
    "403, AllAccessDisabled, All access to this object has been disabled, s3.bucket-disabled",
    "503, SlowDown, Please reduce your request rate., s3.throttled",
    "403, SignatureDoesNotMatch, The request signature we calculated does not match, s3.signature",
    "400, ExpiredToken, The provided token has expired., s3.expired",
    "400, InvalidToken, The provided token is malformed or otherwise invalid., s3.token-malformed",
    "400, AuthorizationHeaderMalformed, the region 'a' is wrong; expecting 'b', s3.wrong-region",
    "404, NoSuchBucket, The specified bucket does not exist, s3.no-such-bucket",
    "404, NoSuchKey, The specified key does not exist., s3.key-missing-or-hidden",
    "403, InvalidAccessKeyId, The AWS Access Key Id you provided does not exist in our records.,"
        + " aws.credentials-unknown",
  })
  void anAnswerOfS3IsExplained(int status, String code, String message, String id) {
    assertThat(first(s3("ListObjectsV2", status, code, message)).id()).isEqualTo(id);
  }

  @Test
  void aForbiddenListingBehindAReadMeansThatTheObjectIsMissingOrHidden() {
    String text = ASKED + "s3:ListBucket on resource: \"arn:aws:s3:::b\"";
    assertThat(first(s3("GetObject", 403, "AccessDenied", text)).id())
        .isEqualTo("s3.key-missing-or-hidden");
  }

  @Test
  void temporaryKeysWithoutTheirTokenAreRecognisedByTheirName() {
    Leg leg =
        leg(
            "s3.ListBuckets",
            "s3",
            "ListBuckets",
            403,
            get(
                Map.of(
                    "Authorization", "AWS4-HMAC-SHA256 Credential=ASIAEXAMPLE/2026, Signature=x")),
            Map.of(),
            "<Error><Code>InvalidAccessKeyId</Code><Message>unknown</Message></Error>");
    assertThat(first(leg).id()).isEqualTo("s3.session-token-missing");
  }

  @Test
  void anAnswerToHeadHasNoTextToExplain() {
    Leg head = leg("s3.HeadObject", "s3", "HeadObject", 403, get(Map.of()), Map.of(), null);
    assertThat(first(head).id()).isEqualTo("aws.denied-unexplained");
  }

  @Test
  void theBucketsRegionIsReadFromTheAnswer() {
    Leg leg =
        leg(
            "s3.ListObjectsV2",
            "s3",
            "ListObjectsV2",
            400,
            get(Map.of()),
            Map.of(),
            "<Error><Code>AuthorizationHeaderMalformed</Code><Message>x</Message>"
                + "<Region>us-west-2</Region></Error>");
    assertThat(first(leg).title()).endsWith("us-west-2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | {\"error\":{\"code\":403,\"status\":\"PERMISSION_DENIED\",\"message\":\"Permission"
            + " 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist).\"}}"
            + " | google.impersonation-denied",
        "403 | {\"error\":{\"code\":403,\"status\":\"PERMISSION_DENIED\",\"message\":\"Permission"
            + " 'iam.serviceAccounts.getOpenIdToken' denied on resource (or it may not exist).\"}}"
            + " | google.id-token-denied",
        "404 | {\"error\":{\"code\":404,\"status\":\"NOT_FOUND\",\"message\":\"Not found; Gaia id"
            + " not found for email a@b.iam.gserviceaccount.com\"}} |"
            + " google.service-account-missing",
        "403 | {\"error\":{\"code\":403,\"status\":\"PERMISSION_DENIED\",\"message\":\"IAM Service"
            + " Account Credentials API has not been used in project 1 before or it is disabled."
            + " Enable it by visiting"
            + " https://console.developers.google.com/apis/api/iamcredentials.googleapis.com/overview?project=1"
            + " then retry.\"}} | google.api-disabled",
        "403 |"
            + " {\"error\":{\"message\":\"no\",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"USER_PROJECT_DENIED\"}]}}"
            + " | google.quota-project-denied",
        "403 | {\"error\":{\"message\":\"Request had insufficient authentication"
            + " scopes.\",\"status\":\"PERMISSION_DENIED\"}} | google.scope-insufficient",
        "400 | {\"error\":\"invalid_grant\",\"error_description\":\"reauth related error"
            + " (invalid_rapt)\",\"error_subtype\":\"invalid_rapt\"} | google.reauth-needed",
        "400 | {\"error\":\"invalid_grant\",\"error_description\":\"Token has been expired or"
            + " revoked.\"} | google.not-signed-in",
        "401 | {\"error\":{\"code\":401,\"status\":\"UNAUTHENTICATED\",\"message\":\"Request had"
            + " invalid authentication credentials.\"}} | google.not-signed-in",
        "429 | {\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\",\"message\":\"Quota"
            + " exceeded\"}} | google.throttled",
        "400 | {\"error\":{\"code\":400,\"status\":\"INVALID_ARGUMENT\",\"message\":\"Request"
            + " contains an invalid argument.\"}} | response.not-understood",
      })
  void anAnswerOfGoogleIsExplained(int status, String body, String id) {
    assertThat(first(google("token", status, body)).id()).isEqualTo(id);
  }

  @Test
  void theApiToEnableIsNamed() {
    String body =
        "{\"error\":{\"message\":\"X API has not been used in project p-1 before or it is disabled."
            + " Enable it by visiting"
            + " https://console.developers.google.com/apis/api/iamcredentials.googleapis.com/overview"
            + " then retry.\"}}";
    assertThat(first(google("token", 403, body)).fix().getFirst().gcloud())
        .isEqualTo("gcloud services enable iamcredentials.googleapis.com --project=p-1");
  }

  @Test
  void aPageOfAProxyIsNotAnAnswer() {
    Leg page =
        leg(
            "exchange",
            "sts",
            "AssumeRoleWithWebIdentity",
            502,
            get(Map.of()),
            Map.of(),
            "<!DOCTYPE html><html><title>Bad gateway</title></html>");
    assertThat(first(page).id()).isEqualTo("response.not-understood");
    assertThat(first(page).title()).contains("web page");
  }

  @Test
  void aPageAtStatus200AndARedirectAreNotUnderstood() {
    for (int status : new int[] {200, 302}) {
      Leg done =
          leg("token", "oauth2", "token", status, get(Map.of()), Map.of(), "<!-- x --><html>");
      assertThat(first(broken(done)))
          .returns("response.not-understood", Finding::id)
          .extracting(Finding::title)
          .isIn(
              "A web page came back where oauth2 answers in XML or JSON",
              "oauth2 was said to be elsewhere");
    }
  }

  private static Leg broken(Leg leg) {
    return new Leg(
        leg.name(),
        leg.service(),
        leg.operation(),
        leg.endpoint(),
        leg.status(),
        leg.startedAt(),
        leg.millis(),
        leg.requestId(),
        Leg.Result.BROKEN,
        leg.request(),
        leg.response());
  }

  @ParameterizedTest
  @CsvSource({"HeadObject, s3.key-missing-or-hidden", "HeadBucket, s3.no-such-bucket"})
  void whatHeadDoesNotFindIsNamedThoughTheAnswerHasNoBody(String operation, String id) {
    Leg head = leg("s3." + operation, "s3", operation, 404, get(Map.of()), Map.of(), "");
    assertThat(first(head).id()).isEqualTo(id);
  }
}
