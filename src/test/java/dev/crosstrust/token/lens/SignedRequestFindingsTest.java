package dev.crosstrust.token.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.signature.SignatureCheck;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each classic mistake of a signed request that was built by hand. */
class SignedRequestFindingsTest {
  private static final String TARGET =
      "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/aws";

  @Test
  void aSoundRequestHasNoFindings() {
    assertThat(findings(Tokens.requestJson())).isEmpty();
    assertThat(findings(Tokens.requestJson().replace(TARGET, "https:" + TARGET))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "host;x-amz-date;x-amz-security-token; | host;x-amz-date; |"
            + " aws4.session-token-unsigned | ERROR",
        "x-amz-security-token\",\"value\" | x-other\",\"value\" | aws4.format | WARNING",
        "20261121T193207Z | 20261121 | aws4.format | ERROR",
        "\"x-amz-date\" | \"date\" | aws4.format | ERROR",
        "eu-west-1/sts/ | us-east-1/sts/ | aws4.signature | ERROR",
        "/sts/aws4_request | /s3/aws4_request | aws4.signature | ERROR",
        "AKTEST/20261121 | AKTEST/20261120 | aws4.signature | ERROR",
        "//sts.eu-west-1.amazonaws.com? | //sts.us-west-2.amazonaws.com? | aws4.signature | ERROR",
        "\"host\",\"value\":\"sts.eu | \"host\",\"value\":\"sts.us | aws4.signature | ERROR",
        "SignedHeaders=host; | SignedHeaders= | aws4.signature | ERROR",
        "\"x-goog-cloud-target-resource\" | \"content-type\" | aws4.target-resource | ERROR",
        "projects/1/ | projects/my-project/ | aws4.target-resource | ERROR",
        "/providers/aws | / | aws4.target-resource | ERROR",
        ";x-goog-cloud-target-resource, | , | aws4.target-resource | WARNING",
        "https://sts.eu-west-1 | https://evil.example.com/sts.eu-west-1 | aws4.format | ERROR",
        "Action=GetCallerIdentity | Action=AssumeRole | aws4.format | ERROR",
        "\"POST\" | \"GET\" | aws4.format | ERROR",
        "\"Authorization\" | \"authorization\" | aws4.format | WARNING",
        "AWS4-HMAC-SHA256 | AWS4-HMAC | aws4.format | ERROR",
        "Credential=AKTEST | Credential=ASIATEST | aws.outbound-sub-is-role-arn | INFO",
      })
  void oneMistakeIsNamed(String is, String becomes, String id, String severity) {
    String json = Tokens.requestJson().replace(is, becomes);
    assertThat(json).isNotEqualTo(Tokens.requestJson());

    assertThat(findings(json))
        .filteredOn(finding -> finding.id().equals(id))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.because()).isNotEmpty())
        .allSatisfy(finding -> assertThat(finding.fix()).isNotEmpty())
        .allSatisfy(finding -> assertThat(finding.source()).startsWith("https://"))
        .first()
        .satisfies(finding -> assertThat(finding.severity()).hasToString(severity));
  }

  @Test
  void temporaryKeysWithoutTheirSessionTokenAreFound() {
    String json =
        Tokens.requestJson()
            .replace("AKTEST", "ASIATEST")
            .replaceFirst("\\{\"key\":\"x-amz-security-token\"[^}]*},", "")
            .replace("x-amz-security-token;", "");
    assertThat(findings(json))
        .extracting(Finding::id)
        .containsExactly("aws4.session-token-unsigned", "aws.outbound-sub-is-role-arn");
  }

  @Test
  void twoDifferentTargetsAreFoundAndTheSameTwiceIsNot() {
    String again = "{\"key\":\"x-goog-cloud-target-resource\",\"value\":\"%s\"},{\"key\":\"Auth";
    String twice = Tokens.requestJson().replace("{\"key\":\"Auth", again.formatted(TARGET));
    assertThat(findings(twice)).isEmpty();
    String other = Tokens.requestJson().replace("{\"key\":\"Auth", again.formatted(TARGET + "2"));
    assertThat(findings(other)).extracting(Finding::id).containsExactly("aws4.target-resource");
  }

  @Test
  void whatIsOlderThanAQuarterOfAnHourIsStale() {
    Token token = Tokens.signedRequest();
    assertThat(
            TokenFindings.of(
                token, SignatureCheck.notAsked(token), Tokens.ISSUED.plus(Duration.ofMinutes(16))))
        .extracting(Finding::id)
        .containsExactly("aws4.stale");
  }

  @Test
  void nothingThatIsSaidHoldsTheSignatureOrTheSessionToken() {
    String json = Tokens.requestJson().replace(";x-amz-security-token", "").replace("POST", "GET");
    assertThat(findings(json).toString()).doesNotContain("0123456789abcdef", "session+token");
  }

  private static List<Finding> findings(String json) {
    Token token = Tokens.read(URLEncoder.encode(json, StandardCharsets.UTF_8));
    return TokenFindings.of(token, SignatureCheck.notAsked(token), Tokens.ISSUED);
  }
}
