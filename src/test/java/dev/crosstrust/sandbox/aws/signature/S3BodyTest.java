package dev.crosstrust.sandbox.aws.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.wire.Request;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.checksums.DefaultChecksumAlgorithm;
import software.amazon.awssdk.checksums.spi.ChecksumAlgorithm;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Bodies in all the ways the AWS SDK sends them, whole and tampered with. */
class S3BodyTest {
  /** More than one chunk of the SDK's 128 KiB. */
  private static final String CONTENT = "first " + "content ".repeat(20_000) + "last";

  /** How a body is vouched for. */
  enum Mode {
    HASH("[0-9a-f]{64}", "http"),
    UNSIGNED("UNSIGNED-PAYLOAD", "https"),
    SIGNED_CHUNKS("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "http"),
    SIGNED_CHUNKS_AND_TRAILER("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", "http"),
    UNSIGNED_CHUNKS_AND_TRAILER("STREAMING-UNSIGNED-PAYLOAD-TRAILER", "https");

    private final String contentSha256;
    private final String scheme;

    Mode(String contentSha256, String scheme) {
      this.contentSha256 = contentSha256;
      this.scheme = scheme;
    }

    void choose(SignRequest.Builder<AwsCredentialsIdentity> builder) {
      switch (this) {
        case HASH -> {}
        case UNSIGNED -> unsigned(builder);
        case SIGNED_CHUNKS -> chunked(builder);
        case SIGNED_CHUNKS_AND_TRAILER -> {
          chunked(builder);
          checksum(builder, DefaultChecksumAlgorithm.SHA256);
        }
        case UNSIGNED_CHUNKS_AND_TRAILER -> {
          chunked(builder);
          unsigned(builder);
          checksum(builder, DefaultChecksumAlgorithm.CRC32);
        }
      }
    }

    private static void chunked(SignRequest.Builder<AwsCredentialsIdentity> builder) {
      builder.putProperty(AwsV4HttpSigner.CHUNK_ENCODING_ENABLED, true);
    }

    private static void unsigned(SignRequest.Builder<AwsCredentialsIdentity> builder) {
      builder.putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false);
    }
  }

  private static void checksum(
      SignRequest.Builder<AwsCredentialsIdentity> builder, ChecksumAlgorithm algorithm) {
    builder.putProperty(AwsV4HttpSigner.CHECKSUM_ALGORITHM, algorithm);
  }

  private static Request put(Mode mode) {
    SdkHttpRequest request =
        Signing.request(SdkHttpMethod.PUT, mode.scheme + "://127.0.0.1:4566/b/k").toBuilder()
            .putHeader("Content-Length", Integer.toString(CONTENT.length()))
            .build();
    return Signing.s3(Signing.PERMANENT, request, CONTENT, mode::choose);
  }

  private static AwsError refusal(Request request) throws IOException {
    Verified verified = Signing.verifierAt(Signing.NOW).verify(request, Dialect.S3);
    return catchThrowableOfType(AwsError.class, () -> verified.body().readAllBytes());
  }

  @ParameterizedTest
  @EnumSource
  void theContentArrivesWithoutItsFraming(Mode mode) throws IOException {
    Request request = put(mode);
    assertThat(request.header("x-amz-content-sha256").orElseThrow()).matches(mode.contentSha256);
    Verified verified = Signing.verifierAt(Signing.NOW).verify(request, Dialect.S3);
    assertThat(verified.body()).hasContent(CONTENT);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNSIGNED")
  void aByteChangedAtTheEndIsNoticed(Mode mode) throws IOException {
    AwsError error = refusal(Signing.tampered(put(mode), "last", "lost"));
    assertThat(error.code())
        .isEqualTo(
            switch (mode) {
              case HASH -> "XAmzContentSHA256Mismatch";
              case SIGNED_CHUNKS, SIGNED_CHUNKS_AND_TRAILER -> "SignatureDoesNotMatch";
              case UNSIGNED_CHUNKS_AND_TRAILER -> "BadDigest";
              case UNSIGNED -> "none";
            });
  }

  @Test
  void aChangedTrailerBreaksTheTrailersSignature() throws IOException {
    Request request =
        Signing.tampered(
            put(Mode.SIGNED_CHUNKS_AND_TRAILER),
            "x-amz-checksum-sha256:.",
            "x-amz-checksum-sha256:_");
    assertThat(refusal(request).code()).isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void aChangedTrailerWithoutSignatureIsABadDigest() throws IOException {
    Request request =
        Signing.tampered(
            put(Mode.UNSIGNED_CHUNKS_AND_TRAILER),
            "x-amz-checksum-crc32:.",
            "x-amz-checksum-crc32:_");
    AwsError error = refusal(request);
    assertThat(error.status()).isEqualTo(400);
    assertThat(error.code()).isEqualTo("BadDigest");
    assertThat(error.text())
        .isEqualTo("The CRC32 you specified did not match the calculated checksum.");
  }

  @Test
  void aBodyCutShortIsIncomplete() throws IOException {
    Request request = Signing.tampered(put(Mode.UNSIGNED_CHUNKS_AND_TRAILER), "last(?s:.*)", "");
    assertThat(refusal(request).code()).isEqualTo("IncompleteBody");
  }

  @Test
  void chunksAreRefusedWhereTheHashDoesNotAnnounceThem() {
    SdkHttpRequest request =
        Signing.request(SdkHttpMethod.PUT, "https://127.0.0.1:4566/b/k").toBuilder()
            .putHeader("Content-Encoding", "aws-chunked")
            .build();
    Request signed = Signing.s3(Signing.PERMANENT, request, "x", Mode.UNSIGNED::choose);
    AwsError error =
        catchThrowableOfType(
            AwsError.class, () -> Signing.verifierAt(Signing.NOW).verify(signed, Dialect.S3));
    assertThat(error.text())
        .isEqualTo(
            "aws-chunked encoding is not supported with the specified x-amz-content-sha256 value");
  }

  @Test
  void anAnnouncedMd5IsCompared() throws IOException {
    Request request =
        Signing.with(put(Mode.HASH), "content-md5", Optional.of("1B2M2Y8AsgTpgAmY7PhCfg=="));
    AwsError error = refusal(request);
    assertThat(error.code()).isEqualTo("BadDigest");
    assertThat(error.text())
        .isEqualTo("The Content-MD5 you specified did not match what we received.");
    assertThat(error.fields()).containsEntry("ExpectedDigest", "1B2M2Y8AsgTpgAmY7PhCfg==");
  }

  /** The values of "123456789", as catalogues of checksums print them. */
  @ParameterizedTest
  @CsvSource({
    "CRC32, cbf43926",
    "CRC32C, e3069283",
    "CRC64NVME, ae8b14860a799888",
    "SHA1, f7c3bc1d808e04732adf679965ccc34ca7ae3441",
    "SHA256, 15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225"
  })
  void everyChecksumInAHeaderIsCompared(Checksum checksum, String hex) throws IOException {
    String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    SdkHttpRequest request =
        Signing.request(SdkHttpMethod.PUT, "https://127.0.0.1:4566/b/k").toBuilder()
            .putHeader(checksum.header(), base64)
            .build();
    Request good = Signing.s3(Signing.PERMANENT, request, "123456789", Mode.UNSIGNED::choose);
    assertThat(Signing.verifierAt(Signing.NOW).verify(good, Dialect.S3).body())
        .hasContent("123456789");
    Request bad = Signing.s3(Signing.PERMANENT, request, "123456780", Mode.UNSIGNED::choose);
    assertThat(refusal(bad).text())
        .isEqualTo("The " + checksum + " you specified did not match the calculated checksum.");
  }
}
