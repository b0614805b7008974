package dev.crosstrust.storage.aws;

import static dev.crosstrust.evidence.Outcomes.done;
import static dev.crosstrust.evidence.Outcomes.refusal;
import static dev.crosstrust.storage.aws.FakeS3.error;
import static dev.crosstrust.storage.aws.FakeS3.xml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.wire.Response;
import dev.crosstrust.storage.StorageUri;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3RegionTest {
  private static final StorageUri PLACE = StorageUri.parse("s3://far/k");
  private static final Response EMPTY_LISTING =
      xml(200, "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>");
  private static final Response MOVED =
      error(
          301,
          "PermanentRedirect",
          "The bucket you are attempting to access must be addressed using the specified endpoint."
              + " Please send all future requests to this endpoint.");

  /** Asks a server whose bucket is in us-west-2 and that says so like this to all others. */
  private static FakeS3 elsewhere(Response redirect) throws IOException {
    return new FakeS3(
        request ->
            !signedFor(request, "us-west-2")
                ? redirect
                : request.request().method().equals("HEAD")
                    ? Response.empty(200).with("x-amz-bucket-region", "us-west-2")
                    : EMPTY_LISTING);
  }

  private static boolean signedFor(FakeS3.Seen request, String region) {
    return request
        .request()
        .header("authorization")
        .orElseThrow()
        .contains("/" + region + "/s3/aws4_request");
  }

  @Test
  void aBucketIsFollowedOnceAndRemembered() throws IOException {
    try (FakeS3 fake = elsewhere(MOVED.with("x-amz-bucket-region", "us-west-2"))) {
      done(fake.s3.list(PLACE, "/", null));
      assertThat(fake.legs()).containsExactly("s3.ListObjectsV2", "s3.ListObjectsV2");
      done(fake.s3.list(PLACE, "/", null));
      assertThat(fake.lines()).hasSize(3);
    }
  }

  @Test
  void theRegionMayStandInTheMessageAlone() throws IOException {
    Response malformed =
        xml(
            400,
            """
            <Error><Code>AuthorizationHeaderMalformed</Code><Message>The authorization header is malformed; \
            the region 'eu-west-1' is wrong; expecting 'us-west-2'</Message><Region>us-west-2</Region>\
            <RequestId>R</RequestId></Error>\
            """);
    try (FakeS3 fake = elsewhere(malformed)) {
      done(fake.s3.list(PLACE, "/", null));
      assertThat(fake.lines()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400})
  void headHasNoBodyAndIsFollowedToo(int status) throws IOException {
    try (FakeS3 fake = elsewhere(Response.empty(status).with("x-amz-bucket-region", "us-west-2"))) {
      assertThat(done(fake.s3.headBucket(PLACE)).region()).isEqualTo("us-west-2");
      assertThat(fake.lines()).containsExactly("HEAD /far", "HEAD /far");
    }
  }

  @Test
  void aBucketThatPointsElsewhereForEverIsRefusedAfterTheSecondCall() throws IOException {
    try (FakeS3 fake = new FakeS3(_ -> MOVED.with("x-amz-bucket-region", "ap-south-1"))) {
      assertThat(refusal(fake.s3.list(PLACE, "/", null)).code()).isEqualTo("PermanentRedirect");
      assertThat(fake.lines()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example.com/", "us-west-2@evil", "", "US-WEST-2", "x"})
  void whatIsNoRegionIsNotFollowed(String region) throws IOException {
    try (FakeS3 fake = elsewhere(MOVED.with("x-amz-bucket-region", region))) {
      assertThat(refusal(fake.s3.list(PLACE, "/", null)).status()).isEqualTo(301);
      assertThat(fake.lines()).hasSize(1);
    }
  }

  @Test
  void aRefusalThatNamesARegionIsARefusal() throws IOException {
    Response denied = error(403, "AccessDenied", "Access Denied");
    try (FakeS3 fake = elsewhere(denied.with("x-amz-bucket-region", "us-west-2"))) {
      assertThat(refusal(fake.s3.list(PLACE, "/", null)).code()).isEqualTo("AccessDenied");
      assertThat(fake.lines()).hasSize(1);
    }
  }
}
