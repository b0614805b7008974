package dev.crosstrust.sandbox.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** Both listings through the AWS SDK's own client, over the wire. */
class ListingsWireTest {
  private static final List<String> KEYS = List.of("a &<\">\r+ü%", "d/1", "d/2", "e", "f");

  private S3Fixture s3;
  private S3Client client;

  @BeforeEach
  void start() throws IOException {
    s3 = new S3Fixture();
    client = s3.client();
    Bucket bucket = s3.bucket("b");
    KEYS.forEach(key -> bucket.put(key, new byte[] {1, 2}, Map.of(), S3Fixture.now()));
  }

  @AfterEach
  void stop() {
    client.close();
    s3.close();
  }

  @Test
  void theSecondVersionPagesByTokens() {
    assertThat(client.listObjectsV2Paginator(l -> l.bucket("b").maxKeys(2)).contents())
        .extracting(object -> object.key())
        .containsExactlyElementsOf(KEYS);
    ListObjectsV2Response page =
        client.listObjectsV2(l -> l.bucket("b").delimiter("/").startAfter("b").fetchOwner(true));
    assertThat(page.commonPrefixes()).extracting(prefix -> prefix.prefix()).containsExactly("d/");
    assertThat(page.keyCount()).isEqualTo(3);
    assertThat(page.contents())
        .allSatisfy(
            object -> {
              assertThat(object.owner().id()).hasSize(64);
              assertThat(object.size()).isEqualTo(2);
              assertThat(object.storageClassAsString()).isEqualTo("STANDARD");
            });
  }

  @Test
  void aKeyThatXmlCannotHoldComesThroughInUrlEncoding() {
    s3.bucket("odd").put("a\u0001/b c+d", new byte[0], Map.of(), S3Fixture.now());
    assertThat(client.listObjectsV2(l -> l.bucket("odd").encodingType("url")).contents())
        .extracting(object -> object.key())
        .containsExactly("a\u0001/b c+d");
  }

  @Test
  void theFirstVersionPagesByMarkers() {
    ListObjectsResponse first = client.listObjects(l -> l.bucket("b").delimiter("/").maxKeys(2));
    assertThat(first.isTruncated()).isTrue();
    assertThat(first.nextMarker()).isEqualTo("d/");
    ListObjectsResponse second =
        client.listObjects(l -> l.bucket("b").delimiter("/").marker(first.nextMarker()));
    assertThat(second.contents()).extracting(object -> object.key()).containsExactly("e", "f");
  }
}
