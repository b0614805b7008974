package dev.crosstrust.sandbox.aws.signature;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A chain of chunk signatures: each covers its chunk and the signature before it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">Transferring
 *     payload in multiple chunks</a> and <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">with
 *     trailing headers</a>
 */
final class SignedChunks implements ChunkCheck {
  private static final String NOTHING = Crypto.sha256Hex(new byte[0]);

  private final SigningKey key;
  private final Presented presented;
  private String previous;
  private String claimed = "";
  private Digest digest = Digest.of("SHA-256");

  SignedChunks(SigningKey key, Presented presented) {
    this.key = key;
    this.presented = presented;
    this.previous = presented.signature();
  }

  @Override
  public void begin(String signature) {
    claimed = signature;
    digest = Digest.of("SHA-256");
  }

  @Override
  public void update(byte[] bytes, int from, int count) {
    digest.update(bytes, from, count);
  }

  @Override
  public void end() {
    String hash = HexFormat.of().formatHex(digest.value());
    verify("AWS4-HMAC-SHA256-PAYLOAD", NOTHING + "\n" + hash, claimed);
  }

  @Override
  public void trailer(String trailers, String signature) {
    String hash = Crypto.sha256Hex(trailers.getBytes(StandardCharsets.UTF_8));
    verify("AWS4-HMAC-SHA256-TRAILER", hash, signature);
  }

  private void verify(String algorithm, String hashes, String signature) {
    String text =
        String.join(
            "\n", algorithm, presented.timestamp(), presented.scope().text(), previous, hashes);
    if (!Crypto.same(key.sign(text), signature)) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("AWSAccessKeyId", presented.scope().accessKeyId());
      fields.put("StringToSign", text);
      fields.put("SignatureProvided", signature);
      throw BodyRefusals.signatureDoesNotMatch(fields);
    }
    previous = signature;
  }
}
