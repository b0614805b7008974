package dev.crosstrust.sandbox.aws.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.wire.Request;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** What S3 accepts and says about signatures, on requests signed by the AWS SDK. */
class S3SignatureTest {
  private static Request get(AwsCredentialsIdentity identity) {
    return Signing.s3(
        identity,
        Signing.request(SdkHttpMethod.GET, "http://127.0.0.1:4566/b/a%20%2B//../%C3%BC?x=1&y"),
        null,
        _ -> {});
  }

  private static Request presigned(Duration validFor) {
    return Signing.s3(
        Signing.TEMPORARY,
        Signing.request(SdkHttpMethod.GET, "http://127.0.0.1:4566/b/k?response-expires=x"),
        null,
        builder ->
            builder
                .putProperty(
                    AwsV4HttpSigner.AUTH_LOCATION, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, validFor));
  }

  private static AwsError refusal(Request request, Instant now) {
    return catchThrowableOfType(
        AwsError.class, () -> Signing.verifierAt(now).verify(request, Dialect.S3));
  }

  private static AwsError refusal(Request request) {
    return refusal(request, Signing.NOW);
  }

  @Test
  void aPathIsTakenAsItIs() throws IOException {
    Verified verified = Signing.verifierAt(Signing.NOW).verify(get(Signing.TEMPORARY), Dialect.S3);
    assertThat(verified.caller().account()).isEqualTo("111122223333");
    assertThat(verified.scope().service()).isEqualTo("s3");
  }

  @Test
  void aMismatchShowsWhatWasSignedHere() {
    AwsError error = refusal(get(AwsCredentialsIdentity.create("AKIDPERMANENT", "other")));
    assertThat(error.status()).isEqualTo(403);
    assertThat(error.code()).isEqualTo("SignatureDoesNotMatch");
    assertThat(error.text()).endsWith("Check your key and signing method.");
    assertThat(error.fields())
        .containsEntry("AWSAccessKeyId", "AKIDPERMANENT")
        .containsKeys("SignatureProvided", "StringToSignBytes", "CanonicalRequestBytes")
        .hasEntrySatisfying(
            "StringToSign", text -> assertThat(text).startsWith("AWS4-HMAC-SHA256\n2026"))
        .hasEntrySatisfying(
            "CanonicalRequest",
            text -> assertThat(text).startsWith("GET\n/b/a%20%2B//../%C3%BC\nx=1&y=\n"));
  }

  @Test
  void aTemporaryKeyWithoutItsTokenIsUnknown() {
    AwsError error = refusal(get(AwsCredentialsIdentity.create("ASIATEMPORARY", "b secret")));
    assertThat(error.status()).isEqualTo(403);
    assertThat(error.code()).isEqualTo("InvalidAccessKeyId");
    assertThat(error.text())
        .isEqualTo("The AWS Access Key Id you provided does not exist in our records.");
  }

  @Test
  void aWrongTokenIsRepeatedInTheRefusalAsS3Does() {
    AwsError error =
        refusal(get(AwsSessionCredentialsIdentity.create("ASIATEMPORARY", "b secret", "cut")));
    assertThat(error.status()).isEqualTo(400);
    assertThat(error.code()).isEqualTo("InvalidToken");
    assertThat(error.text()).isEqualTo("The provided token is malformed or otherwise invalid.");
    assertThat(error.fields()).containsEntry("Token-0", "cut");
  }

  @Test
  void aSessionThatIsOverIsRefusedThoughThePresignedUrlIsNot() {
    AwsError error = refusal(presigned(Duration.ofDays(1)), Signing.SESSION_END);
    assertThat(error.status()).isEqualTo(400);
    assertThat(error.code()).isEqualTo("ExpiredToken");
    assertThat(error.text()).isEqualTo("The provided token has expired.");
  }

  @Test
  void aClockTwentyMinutesOffIsToldBothTimes() {
    AwsError error = refusal(get(Signing.PERMANENT), Signing.NOW.minus(Duration.ofMinutes(20)));
    assertThat(error.status()).isEqualTo(403);
    assertThat(error.code()).isEqualTo("RequestTimeTooSkewed");
    assertThat(error.fields())
        .containsEntry("RequestTime", "20261121T100000Z")
        .containsEntry("ServerTime", "2026-11-21T09:40:00Z")
        .containsEntry("MaxAllowedSkewMilliseconds", "900000");
  }

  @Test
  void aPresignedUrlIsGoodForItsTimeAndNoLonger() throws IOException {
    Request request = presigned(Duration.ofMinutes(30));
    Instant inTime = Signing.NOW.plus(Duration.ofMinutes(30));
    assertThat(Signing.verifierAt(inTime).verify(request, Dialect.S3).scope().region())
        .isEqualTo("eu-west-1");
    AwsError error = refusal(request, inTime.plusSeconds(1));
    assertThat(error.code()).isEqualTo("AccessDenied");
    assertThat(error.text()).isEqualTo("Request has expired");
    assertThat(error.fields())
        .containsEntry("X-Amz-Expires", "1800")
        .containsEntry("Expires", "2026-11-21T10:30:00Z");
  }

  @Test
  void aChangedPresignedUrlIsRefused() {
    Request url = presigned(Duration.ofMinutes(5));
    Request changed =
        new Request(url.method(), "/b/other", url.rawQuery(), url.headers(), url.body());
    assertThat(refusal(changed).code()).isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void signatureVersion2IsRefusedClearlyInTheQueryAndInTheHeader() {
    Request query =
        new Request(
            "GET",
            "/b/k",
            "AWSAccessKeyId=AKIDPERMANENT&Signature=abc%3D&Expires=1795301844",
            get(Signing.PERMANENT).headers(),
            get(Signing.PERMANENT).body());
    Request header =
        Signing.with(
            get(Signing.PERMANENT), "authorization", Optional.of("AWS AKIDPERMANENT:abc="));
    assertThat(List.of(query, header))
        .allSatisfy(
            request -> {
              assertThat(Signing.verifierAt(Signing.NOW).signed(request)).isTrue();
              AwsError error = refusal(request);
              assertThat(error.status()).isEqualTo(400);
              assertThat(error.code()).isEqualTo("InvalidRequest");
              assertThat(error.text())
                  .isEqualTo(
                      "The authorization mechanism you have provided is not supported. Please use"
                          + " AWS4-HMAC-SHA256.");
            });
  }

  @Test
  void aBearerTokenIsNotAnAuthorizationTypeOfS3() {
    Request request =
        Signing.with(get(Signing.PERMANENT), "authorization", Optional.of("Bearer abc"));
    assertThat(refusal(request).text()).isEqualTo("Unsupported Authorization Type");
  }

  @Test
  void anAmzHeaderAddedOnTheWayIsRefused() {
    Request request = Signing.with(get(Signing.PERMANENT), "x-amz-acl", Optional.of("public-read"));
    AwsError error = refusal(request);
    assertThat(error.code()).isEqualTo("AccessDenied");
    assertThat(error.fields()).containsEntry("HeadersNotSigned", "x-amz-acl");
  }

  @Test
  void theContentHashIsRequired() {
    Request request =
        Signing.with(get(Signing.PERMANENT), "x-amz-content-sha256", Optional.empty());
    assertThat(refusal(request).text())
        .isEqualTo("Missing required header for this request: x-amz-content-sha256");
  }
}
