package dev.crosstrust.sandbox.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Objects through the AWS SDK's own client, over the wire. */
class ObjectsWireTest {
  private S3Fixture s3;
  private S3Client client;
  private Bucket bucket;

  @BeforeEach
  void start() throws IOException {
    s3 = new S3Fixture();
    client = s3.client();
    bucket = s3.bucket("b");
  }

  @AfterEach
  void stop() {
    client.close();
    s3.close();
  }

  private void seed(String key, String text) {
    bucket.put(
        key,
        text.getBytes(StandardCharsets.UTF_8),
        Map.of("content-type", "text/plain"),
        S3Fixture.now());
  }

  @ParameterizedTest
  @ValueSource(strings = {"WHEN_SUPPORTED", "WHEN_REQUIRED"})
  void whatIsPutCanBeRead(String checksums) {
    try (S3Client putting =
        s3.client(
            builder ->
                builder.requestChecksumCalculation(
                    RequestChecksumCalculation.valueOf(checksums)))) {
      putting.putObject(
          put ->
              put.bucket("b")
                  .key("dir/ü +//..%2F.txt")
                  .contentType("text/x-own")
                  .metadata(Map.of("colour", "blue")),
          RequestBody.fromString("content"));
    }
    assertThat(s3.requests.getFirst().header("x-amz-content-sha256").orElseThrow())
        .startsWith("STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
    HeadObjectResponse head = client.headObject(h -> h.bucket("b").key("dir/ü +//..%2F.txt"));
    assertThat(head.contentType()).isEqualTo("text/x-own");
    assertThat(head.contentEncoding()).isNull();
    assertThat(head.metadata()).containsEntry("colour", "blue");
    assertThat(head.contentLength()).isEqualTo(7);
    assertThat(head.eTag()).isEqualTo("\"9a0364b9e99bb480dd25e1f0284c8555\"");
    assertThat(client.getObjectAsBytes(g -> g.bucket("b").key("dir/ü +//..%2F.txt")).asUtf8String())
        .isEqualTo("content");
  }

  @Test
  void aRangeIsAPartialAnswer() {
    seed("k", "0123456789");
    assertThat(client.getObjectAsBytes(g -> g.bucket("b").key("k").range("bytes=2-4")))
        .satisfies(
            answer -> {
              assertThat(answer.asUtf8String()).isEqualTo("234");
              assertThat(answer.response().contentRange()).isEqualTo("bytes 2-4/10");
              assertThat(answer.response().sdkHttpResponse().statusCode()).isEqualTo(206);
            });
    assertThat(
            client.getObjectAsBytes(g -> g.bucket("b").key("k").range("bytes=-3")).asUtf8String())
        .isEqualTo("789");
    S3Exception refused =
        catchThrowableOfType(
            S3Exception.class,
            () -> client.getObjectAsBytes(g -> g.bucket("b").key("k").range("bytes=10-")));
    assertThat(refused.statusCode()).isEqualTo(416);
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InvalidRange");
  }

  @Test
  void conditionsAreKept() {
    seed("k", "content");
    String etag = client.headObject(h -> h.bucket("b").key("k")).eTag();
    assertThat(client.getObjectAsBytes(g -> g.bucket("b").key("k").ifMatch(etag)).asUtf8String())
        .isEqualTo("content");
    assertThat(
            catchThrowableOfType(
                    S3Exception.class,
                    () -> client.getObjectAsBytes(g -> g.bucket("b").key("k").ifNoneMatch(etag)))
                .statusCode())
        .isEqualTo(304);
    assertThatThrownBy(() -> client.getObjectAsBytes(g -> g.bucket("b").key("k").ifMatch("\"x\"")))
        .hasMessageContaining("At least one of the pre-conditions you specified did not hold");
    assertThatThrownBy(
            () ->
                client.putObject(
                    p -> p.bucket("b").key("k").ifNoneMatch("*"), RequestBody.fromString("other")))
        .hasMessageContaining("At least one of the pre-conditions you specified did not hold");
    assertThat(client.getObjectAsBytes(g -> g.bucket("b").key("k")).asUtf8String())
        .isEqualTo("content");
  }

  @Test
  void aPresignedUrlNeedsNothingElse() throws IOException {
    seed("k", "content");
    try (S3Presigner presigner =
            S3Presigner.builder()
                .s3Client(client)
                .region(Region.EU_WEST_1)
                .endpointOverride(s3.origin())
                .credentialsProvider(S3Fixture.CREDENTIALS)
                .build();
        InputStream body =
            presigner
                .presignGetObject(
                    p ->
                        p.signatureDuration(Duration.ofMinutes(5))
                            .getObjectRequest(
                                g -> g.bucket("b").key("k").responseContentType("text/x-other")))
                .url()
                .openStream()) {
      assertThat(body).hasContent("content");
    }
  }

  @Test
  void objectsAreDeletedOneByOneAndManyAtOnce() {
    IntStream.range(0, 4).forEach(i -> seed("k" + i, "x"));
    client.deleteObject(d -> d.bucket("b").key("k0"));
    client.deleteObject(d -> d.bucket("b").key("never there"));
    List<ObjectIdentifier> keys =
        List.of(
            ObjectIdentifier.builder().key("k1").build(),
            ObjectIdentifier.builder().key("k2").build());
    DeleteObjectsResponse answer =
        client.deleteObjects(d -> d.bucket("b").delete(list -> list.objects(keys)));
    assertThat(answer.deleted()).hasSize(2);
    assertThat(client.listObjectsV2(l -> l.bucket("b")).contents())
        .extracting(o -> o.key())
        .containsExactly("k3");
  }

  @Test
  void anObjectIsCopiedWithItsMetadata() {
    seed("from a", "content");
    client.copyObject(
        c -> c.sourceBucket("b").sourceKey("from a").destinationBucket("b").destinationKey("to"));
    assertThat(client.headObject(h -> h.bucket("b").key("to")).contentType())
        .isEqualTo("text/plain");
  }

  @Test
  void aMultipartUploadJoinsItsParts() {
    String id = client.createMultipartUpload(c -> c.bucket("b").key("k")).uploadId();
    byte[] large = new byte[5 * 1024 * 1024];
    CompletedPart first = part(id, 1, large);
    CompletedPart second = part(id, 2, new byte[] {1, 2, 3});
    assertThat(client.listParts(l -> l.bucket("b").key("k").uploadId(id)).parts())
        .extracting(p -> p.size())
        .containsExactly(5L * 1024 * 1024, 3L);
    assertThat(client.listMultipartUploads(l -> l.bucket("b")).uploads())
        .extracting(u -> u.uploadId())
        .containsExactly(id);
    String etag =
        client
            .completeMultipartUpload(
                c ->
                    c.bucket("b")
                        .key("k")
                        .uploadId(id)
                        .multipartUpload(m -> m.parts(first, second)))
            .eTag();
    assertThat(etag).endsWith("-2\"");
    assertThat(
            client
                .getObjectAsBytes(g -> g.bucket("b").key("k").range("bytes=5242879-"))
                .asByteArray())
        .containsExactly(0, 1, 2, 3);
    assertThat(client.listMultipartUploads(l -> l.bucket("b")).uploads()).isEmpty();
  }

  @Test
  void aSmallPartBeforeTheLastIsRefused() {
    String id = client.createMultipartUpload(c -> c.bucket("b").key("k")).uploadId();
    CompletedPart first = part(id, 1, new byte[] {1});
    CompletedPart second = part(id, 2, new byte[] {2});
    assertThatThrownBy(
            () ->
                client.completeMultipartUpload(
                    c ->
                        c.bucket("b")
                            .key("k")
                            .uploadId(id)
                            .multipartUpload(m -> m.parts(first, second))))
        .hasMessageContaining("Your proposed upload is smaller than the minimum allowed size");
    client.abortMultipartUpload(a -> a.bucket("b").key("k").uploadId(id));
    assertThatThrownBy(() -> part(id, 3, new byte[] {3}))
        .hasMessageContaining("The specified upload does not exist.");
  }

  private CompletedPart part(String id, int number, byte[] bytes) {
    String etag =
        client
            .uploadPart(
                u -> u.bucket("b").key("k").uploadId(id).partNumber(number),
                RequestBody.fromBytes(bytes))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(etag).build();
  }

  @Test
  void whatIsNotOfferedIsNotImplemented() {
    S3Exception refused =
        catchThrowableOfType(S3Exception.class, () -> client.getBucketAcl(g -> g.bucket("b")));
    assertThat(refused.statusCode()).isEqualTo(501);
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("NotImplemented");
  }
}
