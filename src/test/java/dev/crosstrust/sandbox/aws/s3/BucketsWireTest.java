package dev.crosstrust.sandbox.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Buckets and regions through the AWS SDK's own client, over the wire. */
class BucketsWireTest {
  private S3Fixture s3;
  private S3Client client;

  @BeforeEach
  void start() throws IOException {
    s3 = new S3Fixture();
    client = s3.client();
    s3.bucket("b-one");
    s3.bucket("b-two");
    s3.bucket("other");
    s3.buckets.create("b-foreign", "eu-west-1", "444455556666", S3Fixture.now());
  }

  @AfterEach
  void stop() {
    client.close();
    s3.close();
  }

  @Test
  void theAccountsBucketsAreListedByPages() {
    assertThat(client.listBuckets().buckets())
        .extracting(bucket -> bucket.name())
        .containsExactly("b-one", "b-two", "other");
    ListBucketsResponse first = client.listBuckets(l -> l.prefix("b-").maxBuckets(1));
    assertThat(first.buckets()).extracting(bucket -> bucket.name()).containsExactly("b-one");
    assertThat(first.owner().id()).hasSize(64);
    ListBucketsResponse second =
        client.listBuckets(l -> l.prefix("b-").continuationToken(first.continuationToken()));
    assertThat(second.buckets()).extracting(bucket -> bucket.name()).containsExactly("b-two");
    assertThat(second.continuationToken()).isNull();
    assertThat(client.listBuckets(l -> l.bucketRegion("us-west-2")).buckets()).isEmpty();
  }

  @Test
  void headAndLocationTellTheRegion() {
    assertThat(client.headBucket(h -> h.bucket("b-one")).bucketRegion()).isEqualTo("eu-west-1");
    try (S3Client elsewhere = s3.client(builder -> builder.region(Region.US_WEST_2))) {
      assertThat(elsewhere.getBucketLocation(g -> g.bucket("b-one")).locationConstraintAsString())
          .isEqualTo("eu-west-1");
    }
  }

  @Test
  void anotherRegionsEndpointRedirects() {
    try (S3Client elsewhere = s3.client(builder -> builder.region(Region.US_WEST_2))) {
      S3Exception refused =
          catchThrowableOfType(
              S3Exception.class, () -> elsewhere.listObjectsV2(l -> l.bucket("b-one")));
      assertThat(refused.statusCode()).isEqualTo(301);
      assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("PermanentRedirect");
      assertThat(s3.refusals.getLast())
          .contains("<Endpoint>s3.eu-west-1.amazonaws.com</Endpoint><Bucket>b-one</Bucket>");
      assertThat(
              refused
                  .awsErrorDetails()
                  .sdkHttpResponse()
                  .firstMatchingHeader("x-amz-bucket-region"))
          .contains("eu-west-1");
    }
  }

  @Test
  void theGlobalEndpointsScopeIsTheWrongRegion() {
    try (S3Client global = s3.client(builder -> builder.region(Region.US_EAST_1))) {
      S3Exception refused =
          catchThrowableOfType(
              S3Exception.class, () -> global.listObjectsV2(l -> l.bucket("b-one")));
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AuthorizationHeaderMalformed");
      assertThat(refused.awsErrorDetails().errorMessage())
          .isEqualTo(
              "The authorization header is malformed; the region 'us-east-1' is wrong; expecting"
                  + " 'eu-west-1'");
      assertThat(s3.refusals.getLast()).contains("<Region>eu-west-1</Region>");
    }
  }

  @Test
  void aClientThatCrossesRegionsGetsThere() {
    try (S3Client crossing =
        s3.client(builder -> builder.region(Region.US_WEST_2).crossRegionAccessEnabled(true))) {
      assertThat(crossing.listObjectsV2(l -> l.bucket("b-one")).keyCount()).isZero();
    }
  }

  @Test
  void aBucketIsCreatedOnce() {
    client.createBucket(
        c -> c.bucket("b-new").createBucketConfiguration(l -> l.locationConstraint("eu-west-1")));
    assertThat(s3.buckets.find("b-new").orElseThrow().region()).isEqualTo("eu-west-1");
    assertThat(s3.asked).contains("s3:CreateBucket arn:aws:s3:::b-new {}");
    assertThat(creationRefused("b-one")).isEqualTo("BucketAlreadyOwnedByYou");
    assertThat(creationRefused("b-foreign")).isEqualTo("BucketAlreadyExists");
  }

  private String creationRefused(String name) {
    return catchThrowableOfType(
            S3Exception.class,
            () ->
                client.createBucket(
                    c ->
                        c.bucket(name)
                            .createBucketConfiguration(l -> l.locationConstraint("eu-west-1"))))
        .awsErrorDetails()
        .errorCode();
  }

  @Test
  void everyAnswerCarriesItsIdsAndTheServersName() {
    assertThat(client.headBucket(h -> h.bucket("b-one")).sdkHttpResponse())
        .satisfies(
            answer -> {
              assertThat(answer.firstMatchingHeader("x-amz-request-id").orElseThrow())
                  .matches("[0-9A-F]{16}");
              assertThat(answer.firstMatchingHeader("x-amz-id-2")).isPresent();
              assertThat(answer.firstMatchingHeader("Server")).contains("AmazonS3");
              assertThat(answer.matchingHeaders("Date")).hasSize(1);
            });
  }
}
