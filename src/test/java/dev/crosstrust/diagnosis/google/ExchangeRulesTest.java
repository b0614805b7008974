package dev.crosstrust.diagnosis.google;

import static dev.crosstrust.diagnosis.Legs.first;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.diagnosis.Legs;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ExchangeRulesTest {
  private static final String PROVIDER =
      "//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/my-aws-app"
          + "/providers/my-aws-app";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "invalid_grant | The audience in ID Token [https://other.example] does not match the"
            + " expected audience. | google.audience-mismatch",
        "invalid_grant | The audience in ID Token [] does not match the expected audience. |"
            + " google.audience-mismatch",
        "invalid_grant | The issuer in ID Token https://a.example does not match the expected one"
            + " in config: https://b.example. | google.issuer-mismatch",
        "invalid_grant | The issuer in ID Token https://a.example does not match the expected ones:"
            + " https://b.example | google.issuer-mismatch",
        "invalid_grant | The issuer in ID Token null does not match the expected one |"
            + " google.issuer-mismatch",
        "invalid_grant | ID Token issued at 1790788565 is stale to sign-in. | google.token-stale",
        "invalid_grant | ID Token issued at null is stale to sign-in. | google.token-stale",
        "invalid_grant | Error connecting to the given credential's issuer. |"
            + " google.issuer-unreachable",
        "invalid_grant | Unable to verify the ID Token signature. | google.signature-invalid",
        "invalid_grant | Unable to parse the ID Token. | google.token-unparseable",
        "unauthorized_client | The given credential is rejected by the attribute condition. |"
            + " google.condition-refused",
        "unauthorized_client | Could not obtain a value for google.subject from the given"
            + " credential. | google.subject-empty",
        "invalid_request | The size of mapped attribute google.subject exceeds the 127 bytes limit."
            + " Either modify your attribute mapping or the incoming assertion to produce a mapped"
            + " attribute that is less than 127 bytes. | google.subject-too-long",
        "invalid_target | The target service indicated by the \"audience\" parameters is invalid."
            + " This might either be because the pool or provider is disabled or deleted or because"
            + " it doesn't exist. | google.target-invalid",
        "invalid_request | Scope(s) must be provided. | google.scope-missing",
        "invalid_request | Invalid value of requested_token_type in request. |"
            + " google.request-malformed",
        "invalid_request | subject_token_type must be nonempty. | google.request-malformed",
        "invalid_grant | AWS request has invalid format. | aws4.format",
        "invalid_request | Invalid format of AWS credentials:Error at line 0:0: Unexpected end of"
            + " stream : expected '{' | aws4.format",
        "quota_exceeded | The request was throttled due to rate limit: sts.googleapis.com/requests."
            + " Please retry after a few seconds. | google.throttled",
        "invalid_grant | Never seen before | google.not-signed-in",
      })
  void aTextOfGooglesStsIsExplained(String code, String text, String id) {
    Finding finding = first(exchange(400, oauth(code, text), PROVIDER));

    assertThat(finding.id()).isEqualTo(id);
    assertThat(finding.fix()).isNotEmpty();
    assertThat(finding.because().getFirst())
        .startsWith("exchange: sts answered 400 %s: %s".formatted(code, text.substring(0, 15)));
    if (!id.equals("google.not-signed-in")) {
      assertThat(finding.source()).startsWith("https://");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://iam.googleapis.com/projects/1/x, google.audience-not-resource-name",
    "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p,"
        + " google.audience-is-pool",
    "//iam.googleapis.com/projects/my-id/locations/global/workloadIdentityPools/p/providers/q,"
        + " google.audience-project-id",
    "//iam.example.goog/projects/1/locations/global/workloadIdentityPools/p/providers/q,"
        + " google.universe-mismatch",
  })
  void whatIsWrongWithTheNameOfTheProviderIsSaid(String audience, String id) {
    String text =
        "Invalid value for \"audience\". This value should be the full resource name of the"
            + " Identity Provider. See"
            + " https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token for the list"
            + " of possible formats.";
    assertThat(first(exchange(400, oauth("invalid_request", text), audience)).id()).isEqualTo(id);
  }

  @Test
  void theProviderStandsInTheCommandThatShowsIt() {
    Finding finding =
        first(
            exchange(
                400,
                oauth(
                    "unauthorized_client",
                    "The given credential is rejected by the attribute condition."),
                PROVIDER));
    assertThat(finding.fix().getFirst().gcloud())
        .isEqualTo(
            "gcloud iam workload-identity-pools providers describe projects/123456789012/locations/"
                + "global/workloadIdentityPools/my-aws-app/providers/my-aws-app");
    assertThat(finding.fix().getLast().gcloud())
        .isEqualTo(
            "gcloud iam workload-identity-pools providers update-oidc projects/123456789012/"
                + "locations/global/workloadIdentityPools/my-aws-app/providers/my-aws-app"
                + " --attribute-condition=EXPRESSION");
  }

  @Test
  void bothIssuersAreNamed() {
    Finding finding =
        first(
            exchange(
                400,
                oauth(
                    "invalid_grant",
                    "The issuer in ID Token https://a.example/ does not match the expected one in"
                        + " config: https://a.example."),
                PROVIDER));
    assertThat(finding.because())
        .contains("The token has https://a.example/, the provider https://a.example");
  }

  @Test
  void aServerErrorOfTheLastSecondIsOnlyPossible() {
    String body =
        "{\"error\":{\"code\":500,\"message\":\"Internal error\",\"status\":\"INTERNAL\"}}";
    Finding finding = first(exchange(500, body, PROVIDER));
    assertThat(finding.id()).isEqualTo("google.token-stale");
    assertThat(finding.confidence()).isEqualTo(Confidence.POSSIBLE);
  }

  @Test
  void aProxysPageIsNoAnswerOfGoogles() {
    Finding finding = first(exchange(502, "<html><h1>Bad gateway</h1></html>", PROVIDER));
    assertThat(finding.id()).isEqualTo("response.not-understood");
  }

  private static String oauth(String code, String text) {
    return JsonMapper.shared().writeValueAsString(Map.of("error", code, "error_description", text));
  }

  private static Leg exchange(int status, String body, String audience) {
    Leg.Sent sent =
        new Leg.Sent(
            "POST",
            "https://sts.googleapis.com/v1/token",
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            "audience=%s&subject_token=‹sha256:0, 9 characters›"
                .formatted(URLEncoder.encode(audience, StandardCharsets.UTF_8)));
    return Legs.leg("exchange", "sts", "token", status, sent, Map.of(), body);
  }
}
