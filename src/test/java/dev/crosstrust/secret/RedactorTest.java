package dev.crosstrust.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private static final String CANARY = "CANARY+0123456789/abcdefghij=";
  // Taken apart, so that nothing in the tree looks like a token.
  private static final String JWT =
      String.join(".", "eyJ" + "hbGciOiJSUzI1NiJ9", "eyJzdWIiOiIxIn0", "c2lnbmF0dXJl");

  private final Redactor redactor = new Redactor();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"access_token\":\"%s\",\"expires_in\":3599}",
        "{\"accessToken\" : \"%s\"}",
        "{\"a\":{\"id_token\":\"%s\"}}",
        "{\"private_key\":\"%s",
        "<SecretAccessKey>%s</SecretAccessKey>",
        "<Credentials><SessionToken>%s</SessionToken></Credentials>",
        "<SessionToken>%s",
        "Action=AssumeRoleWithWebIdentity&WebIdentityToken=%s&Version=2011-06-15",
        "https://bucket.example/key?X-Amz-Security-Token=%s&X-Amz-Date=1",
        "grant_type=refresh_token&refresh_token=%s",
        "GET\n/\n\nhost:127.0.0.1\nx-amz-security-token:%s\n\nhost",
        "curl -H 'Authorization: Bearer %s' https://a.example",
        "<Error><Code>ExpiredToken</Code><Token-0>%s</Token-0></Error>",
        "<ns2:SecretAccessKey xsi:type=\"string\">%s</ns2:SecretAccessKey>",
        "helper --id_token=%s --verbose",
        "helper --client-secret %s --verbose",
        "helper --password '%s'",
        "sh -c 'DB_PASSWORD=%s helper'",
        "aws_secret_access_key = %s",
        "{error={access_token=%s }}",
        "{\"message\":\"cannot read {\\\"refresh_token\\\": \\\"%s\\\"}\"}",
        "subject=%%7B%%22client_secret%%22%%3A%%22%s%%22%%7D",
        "{\"sessionToken\":\"%s\\",
      })
  void takesOutWhatGoesUnderASecretName(String text) {
    assertThat(redactor.text(text.formatted(CANARY)))
        .doesNotContain(CANARY)
        .contains(Secret.of(CANARY).fingerprint());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the token %s was refused",
        "{\"something\":\"%s\"}",
        "Value '%s' at 'webIdentityToken' failed"
      })
  void takesOutWhatLooksLikeATokenUnderAnyName(String text) {
    assertThat(redactor.text(text.formatted(JWT))).doesNotContain(JWT).doesNotContain("c2lnbmF0");
    assertThat(redactor.text(text.formatted("ya29." + "abcdefghijklmnop")))
        .doesNotContain("abcdefghijklmnop");
  }

  @Test
  void takesOutTheBytesOfASignedRequestWithItsSessionToken() {
    assertThat(redactor.text("<CanonicalRequestBytes>47 45 54 0a</CanonicalRequestBytes>"))
        .doesNotContain("47 45 54");
  }

  @Test
  void takesOutASessionTokenThatStandsUnderAnotherName() {
    String token = "IQoJ" + "b3JpZ2luX2Vj".repeat(8);

    assertThat(
            redactor.text("{\"key\":\"x-amz-security-token\",\"value\":\"%s\"}".formatted(token)))
        .doesNotContain(token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=b&subject_token_type=urn:ietf:params:oauth:token-type:jwt&token_uri=x",
        "{\"private_key_id\":\"0123456789\",\"nextPageToken\":\"abcdefghijk\"}",
        "<NextContinuationToken>abcdefghijk</NextContinuationToken>",
        "gcloud auth print-identity-token --impersonate-service-account a@b.example",
        "aws sts get-session-token --serial-number arn:aws:iam::1:mfa/x --token-code CODE",
        "x-amz-date=1&AWSAccessKeyId=AKIDEXAMPLE&X-Amz-Credential=AKIDEXAMPLE/2026",
      })
  void keepsWhatOnlySoundsSecret(String text) {
    assertThat(redactor.text(text)).isEqualTo(text);
  }

  @Test
  void takesOutAPrivateKeyEvenWhenItIsCut() {
    String begin = "-----BEGIN " + "PRIVATE KEY-----";
    assertThat(redactor.text("key: " + begin + "\nMIIEvQIBADANBg"))
        .doesNotContain("MIIEvQIBADANBg");
  }

  @Test
  void aValueHiddenOnceIsHiddenWhereverItIsEchoed() {
    redactor.headers(Map.of("X-Amz-Security-Token", List.of(CANARY)));

    assertThat(redactor.text("<CanonicalRequest>" + CANARY + "</CanonicalRequest>"))
        .doesNotContain(CANARY);
  }

  @Test
  void aSignedRequestKeepsWhoSignsAndForWhat() {
    String authorization =
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261121/eu-west-1/s3/aws4_request,"
            + " SignedHeaders=host;x-amz-date, Signature=0123456789abcdef";

    String redacted =
        redactor.headers(Map.of("Authorization", List.of(authorization))).get("Authorization");

    assertThat(redacted)
        .contains("Credential=AKIDEXAMPLE/20261121/eu-west-1/s3/aws4_request")
        .doesNotContain("0123456789abcdef");
  }

  @Test
  void aBearerKeepsItsScheme() {
    assertThat(redactor.headers(Map.of("Authorization", List.of("Bearer " + CANARY))))
        .containsEntry("Authorization", "Bearer " + Secret.of(CANARY));
  }

  @Test
  void whatIsNotSecretStaysAsItIs() {
    String error =
        "<Error><Code>AccessDenied</Code><Message>User: arn:aws:sts::111122223333:assumed-role/R/s"
            + " is not authorized to perform: s3:PutObject on resource: \"arn:aws:s3:::b/k\""
            + " because no identity-based policy allows the s3:PutObject action</Message></Error>";

    assertThat(redactor.text(error)).isEqualTo(error);
  }

  @Test
  void whatOnlyBeginsLikeATokenAgainAndAgainIsLookedThroughOnce() {
    String beginnings = "eyJ".repeat(300_000) + ".x";

    assertThat(redactor.text(beginnings)).isEqualTo(beginnings);
  }

  @Test
  void aValueOfAnyLengthIsHiddenWhole() {
    assertThat(redactor.text("{\"password\":\"" + "\\/x".repeat(50_000)))
        .isEqualTo("{\"password\":\"" + Secret.of("\\/x".repeat(50_000)));
  }

  @Test
  void redactingTwiceChangesNothing() {
    String once = redactor.text("{\"access_token\":\"" + CANARY + "\"}");

    assertThat(redactor.text(once)).isEqualTo(once);
  }

  @Test
  void aTokenBehindOtherLettersIsATokenToo() {
    assertThat(redactor.text("x" + JWT)).startsWith("x‹").doesNotContain("eyJ");
  }

  @Test
  void ofSecretsThatBeginAlikeTheLongestIsHidden() {
    redactor.text("password=" + CANARY + " password=" + CANARY + "more");

    assertThat(redactor.text("seen: " + CANARY + "more."))
        .doesNotContain(CANARY)
        .endsWith("characters›.");
  }
}
