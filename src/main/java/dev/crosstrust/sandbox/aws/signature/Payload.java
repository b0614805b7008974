package dev.crosstrust.sandbox.aws.signature;

import dev.crosstrust.sandbox.wire.Request;
import java.util.Optional;

/** How S3 is told to verify a body: the value of {@code x-amz-content-sha256}. */
sealed interface Payload {
  /** The header's value, as the canonical request holds it. */
  String text();

  /** The body's SHA-256 in hex. */
  record Hash(String text) implements Payload {}

  /** Nothing vouches for the body. */
  record Unsigned(String text) implements Payload {}

  /** An {@code aws-chunked} body. */
  record Chunked(String text, boolean signed, boolean trailers) implements Payload {}

  static Payload of(Request request, Presented presented) {
    Optional<String> header = request.header("x-amz-content-sha256");
    if (header.isEmpty() && !presented.presigned()) {
      throw BodyRefusals.missingHash();
    }
    Payload payload = parse(header.orElse("UNSIGNED-PAYLOAD"));
    boolean encoded =
        request
            .header("Content-Encoding")
            .filter(value -> value.contains("aws-chunked"))
            .isPresent();
    if (encoded && !(payload instanceof Chunked)) {
      throw BodyRefusals.notChunked();
    }
    return payload;
  }

  private static Payload parse(String text) {
    return switch (text) {
      case "UNSIGNED-PAYLOAD" -> new Unsigned(text);
      case "STREAMING-UNSIGNED-PAYLOAD-TRAILER" -> new Chunked(text, false, true);
      case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" -> new Chunked(text, true, false);
      case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" -> new Chunked(text, true, true);
      default -> {
        if (!text.matches("[0-9a-fA-F]{64}")) {
          throw BodyRefusals.invalidHash();
        }
        yield new Hash(text);
      }
    };
  }
}
