package dev.crosstrust.sandbox.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Which permission each call needs, and how its lack is said. */
class AccessWireTest {
  private S3Fixture s3;
  private S3Client client;

  @BeforeEach
  void start() throws IOException {
    s3 = new S3Fixture();
    client = s3.client();
    s3.bucket("b").put("k", new byte[] {1}, Map.of(), S3Fixture.now());
    s3.buckets
        .create("foreign", "eu-west-1", "444455556666", S3Fixture.now())
        .put("k", new byte[] {1}, Map.of(), S3Fixture.now());
  }

  @AfterEach
  void stop() {
    client.close();
    s3.close();
  }

  private static S3Exception refused(ThrowingCallable call) {
    return catchThrowableOfType(S3Exception.class, call);
  }

  private static String text(S3Exception refused) {
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
    return refused.awsErrorDetails().errorMessage();
  }

  @Test
  void callsAskForTheirActionsOnTheirResources() {
    client.listBuckets();
    client.listObjectsV2(l -> l.bucket("b").prefix("p/").delimiter("/").maxKeys(5));
    client.headBucket(h -> h.bucket("b"));
    client.headObject(h -> h.bucket("b").key("k"));
    client.putObject(p -> p.bucket("b").key("dir/new"), RequestBody.fromString("x"));
    client.deleteObject(d -> d.bucket("b").key("dir/new"));
    assertThat(s3.asked)
        .containsExactly(
            "s3:ListAllMyBuckets * {}",
            "s3:ListBucket arn:aws:s3:::b {s3:prefix=[p/], s3:delimiter=[/], s3:max-keys=[5]}",
            "s3:ListBucket arn:aws:s3:::b {}",
            "s3:GetObject arn:aws:s3:::b/k {}",
            "s3:PutObject arn:aws:s3:::b/dir/new {}",
            "s3:DeleteObject arn:aws:s3:::b/dir/new {}");
  }

  @Test
  void aRefusalInTheOwnAccountQuotesTheResourceAndGivesTheReason() {
    s3.denied.add("s3:PutObject");
    S3Exception refused =
        refused(() -> client.putObject(p -> p.bucket("b").key("k"), RequestBody.fromString("x")));
    assertThat(text(refused))
        .isEqualTo(
            "User: arn:aws:sts::111122223333:assumed-role/R/s is not authorized to perform:"
                + " s3:PutObject on resource: \"arn:aws:s3:::b/k\" because no identity-based policy"
                + " allows the s3:PutObject action");
  }

  @Test
  void listingBucketsIsRefusedWithoutAResource() {
    s3.denied.add("s3:ListAllMyBuckets");
    assertThat(text(refused(() -> client.listBuckets())))
        .isEqualTo(
            "User: arn:aws:sts::111122223333:assumed-role/R/s is not authorized to perform:"
                + " s3:ListAllMyBuckets because no identity-based policy allows the"
                + " s3:ListAllMyBuckets action");
  }

  @Test
  void aMissingKeyIsToldOnlyToThoseWhoMayList() {
    S3Exception missing = refused(() -> client.getObjectAsBytes(g -> g.bucket("b").key("no")));
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.awsErrorDetails().errorCode()).isEqualTo("NoSuchKey");
    s3.denied.add("s3:ListBucket");
    assertThat(text(refused(() -> client.getObjectAsBytes(g -> g.bucket("b").key("no")))))
        .contains("s3:ListBucket on resource: \"arn:aws:s3:::b\" because");
  }

  @Test
  void aBucketOfAnotherAccountIsRefusedWithoutAReason() {
    assertThat(text(refused(() -> client.listObjectsV2(l -> l.bucket("foreign")))))
        .isEqualTo("Access Denied");
    assertThat(text(refused(() -> client.getObjectAsBytes(g -> g.bucket("foreign").key("k")))))
        .isEqualTo("Access Denied");
  }

  @Test
  void anAnonymousCallIsRefusedWithoutAReason() {
    try (S3Client stranger =
        s3.client(builder -> builder.credentialsProvider(AnonymousCredentialsProvider.create()))) {
      assertThat(text(refused(() -> stranger.listObjectsV2(l -> l.bucket("b")))))
          .isEqualTo("Access Denied");
    }
  }

  @Test
  void aRefusedHeadHasNoBodyButTheRegion() {
    s3.denied.add("s3:ListBucket");
    S3Exception refused = refused(() -> client.headBucket(h -> h.bucket("b")));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.awsErrorDetails().errorCode()).isNull();
    assertThat(
            refused.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("x-amz-bucket-region"))
        .contains("eu-west-1");
  }

  @Test
  void aBucketThatIsNotThereIsNamed() {
    S3Exception refused = refused(() -> client.listObjectsV2(l -> l.bucket("nowhere")));
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.awsErrorDetails().errorMessage())
        .isEqualTo("The specified bucket does not exist");
    assertThat(s3.refusals.getLast()).contains("<BucketName>nowhere</BucketName>");
  }
}
