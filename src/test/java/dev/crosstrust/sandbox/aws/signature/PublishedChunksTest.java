package dev.crosstrust.sandbox.aws.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Examples that are published with their results. */
class PublishedChunksTest {
  /**
   * The example of <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">Transferring
   * payload in multiple chunks</a>: 65 KiB of the letter a in two chunks.
   */
  @Test
  void theChunkSignaturesOfAwssExampleHold() throws IOException {
    Scope scope = new Scope("AKIAIOSFODNN7EXAMPLE", "20130524", "us-east-1", "s3");
    Presented presented =
        new Presented(
            scope,
            Instant.parse("2013-05-24T00:00:00Z"),
            List.of("host"),
            "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
            Optional.empty(),
            false,
            Optional.empty());
    SigningKey key = SigningKey.derive("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", scope);
    String body =
        "10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n"
            + "a".repeat(65_536)
            + "\r\n400;chunk-signature="
            + "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n"
            + "a".repeat(1_024)
            + "\r\n0;chunk-signature="
            + "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n";
    ChunkedBody decoded =
        new ChunkedBody(
            new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII)),
            new SignedChunks(key, presented),
            false,
            66_560);
    assertThat(decoded).hasContent("a".repeat(66_560));
  }

  /** The check value of the CRC catalogue. */
  @Test
  void crc64NvmeHasItsCheckValue() {
    Crc64Nvme crc = new Crc64Nvme();
    crc.update("123456789".getBytes(StandardCharsets.US_ASCII));
    assertThat(crc.getValue()).isEqualTo(0xae8b14860a799888L);
  }
}
