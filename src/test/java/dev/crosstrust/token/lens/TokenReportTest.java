package dev.crosstrust.token.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.SignedRequest;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.signature.SignatureCheck;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokenReportTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void theJsonHasTheShapeOfTheContract() {
    Jwt token = Tokens.google("someone");
    TokenReport report =
        TokenReport.of(token, SignatureCheck.notAsked(token), Tokens.ISSUED.plusSeconds(1));
    JsonNode json = JSON.valueToTree(report);
    assertThat(json.propertyNames())
        .containsExactlyInAnyOrder(
            "header", "claims", "family", "signature", "lifetime", "explained", "findings");
    assertThat(json.path("header")).isEqualTo(token.header());
    assertThat(json.path("claims").toString()).isEqualTo(token.claims().toString());
    assertThat(json.path("family").stringValue()).isEqualTo("google-id");
    assertThat(JSON.readTree(json.path("signature").toString()))
        .isEqualTo(
            JSON.readTree(
                """
                {"status":"unchecked","algorithm":"RS256","keyId":"k1",
                 "reason":"The signature was not checked."}
                """));
    assertThat(JSON.readTree(json.path("lifetime").toString()))
        .isEqualTo(
            JSON.readTree(
                """
                {"issuedAt":"2026-11-21T19:32:07Z","notBefore":null,
                 "expiresAt":"2026-11-21T20:32:07Z","state":"valid"}
                """));
    assertThat(json.path("explained").get(0).propertyNames())
        .containsExactlyInAnyOrder("claim", "value", "meaning", "awsKey", "cel");
    assertThat(json.path("explained").get(2).propertyNames())
        .as("email, which AWS does not read")
        .containsExactlyInAnyOrder("claim", "value", "meaning", "cel");
  }

  @Test
  void aSignedRequestIsReportedWithoutItsSecrets() {
    SignedRequest request = Tokens.signedRequest();
    TokenReport report = TokenReport.of(request, SignatureCheck.notAsked(request), Tokens.ISSUED);
    String json = JSON.writeValueAsString(report);
    assertThat(json)
        .contains("\"family\":\"aws-signed-request\"")
        .contains("\"keyId\":\"AKTEST\"")
        .doesNotContain("session+token")
        .doesNotContain("0123456789abcdef");
    assertThat(report.toString())
        .doesNotContain("session+token")
        .doesNotContain("0123456789abcdef");
  }

  @Test
  void noReportHoldsTheTokenOrItsSignature() {
    Jwt token = Tokens.google("someone");
    TokenReport report = TokenReport.of(token, SignatureCheck.notAsked(token), Tokens.ISSUED);
    assertThat(report + JSON.writeValueAsString(report))
        .doesNotContain(token.jws().signaturePart())
        .doesNotContain(token.jws().payloadPart());
  }
}
