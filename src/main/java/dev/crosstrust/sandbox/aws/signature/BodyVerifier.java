package dev.crosstrust.sandbox.aws.signature;

import dev.crosstrust.sandbox.wire.Request;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts together what has to be verified while one body of S3's is read. */
final class BodyVerifier {
  private BodyVerifier() {}

  static InputStream of(Request request, Payload payload, SigningKey key, Presented presented) {
    return switch (payload) {
      case Payload.Hash hash -> {
        List<CheckedBody.Check> checks = announced(request);
        checks.add(new CheckedBody.Check(Digest.of("SHA-256"), sum -> same(hash.text(), sum)));
        yield new CheckedBody(request.body(), checks);
      }
      case Payload.Unsigned _ -> new CheckedBody(request.body(), announced(request));
      case Payload.Chunked chunked -> chunked(request, chunked, key, presented);
    };
  }

  private static InputStream chunked(
      Request request, Payload.Chunked chunked, SigningKey key, Presented presented) {
    long length =
        request
            .header("x-amz-decoded-content-length")
            .filter(text -> text.matches("\\d{1,18}"))
            .map(Long::parseLong)
            .orElseThrow(BodyRefusals::missingLength);
    ChunkedBody body =
        new ChunkedBody(
            request.body(),
            chunked.signed() ? new SignedChunks(key, presented) : ChunkCheck.NONE,
            chunked.trailers(),
            length);
    List<CheckedBody.Check> checks = announced(request);
    Optional<String> trailer = request.header("x-amz-trailer").map(String::strip);
    for (Checksum checksum : Checksum.values()) {
      if (trailer.filter(checksum.header()::equalsIgnoreCase).isPresent()) {
        checks.add(check(checksum, () -> body.trailer(checksum.header())));
      }
    }
    return new CheckedBody(body, checks);
  }

  /** The sums that the request's headers announce. */
  private static List<CheckedBody.Check> announced(Request request) {
    List<CheckedBody.Check> checks = new ArrayList<>();
    if (request.method().equals("POST") && request.queryParameter("uploadId").isPresent()) {
      // Completing a multipart upload announces the sums of the object, not of this body.
      return checks;
    }
    for (Checksum checksum : Checksum.values()) {
      request
          .header(checksum.header())
          .ifPresent(value -> checks.add(check(checksum, () -> value)));
    }
    request
        .header("Content-MD5")
        .ifPresent(
            value -> checks.add(new CheckedBody.Check(Digest.of("MD5"), sum -> md5(value, sum))));
    return checks;
  }

  private static CheckedBody.Check check(Checksum checksum, Supplier<String> announced) {
    return new CheckedBody.Check(
        checksum.start(),
        sum -> {
          if (!announced.get().equals(base64(sum))) {
            throw BodyRefusals.otherChecksum(checksum);
          }
        });
  }

  private static void md5(String announced, byte[] sum) {
    if (!announced.strip().equals(base64(sum))) {
      throw BodyRefusals.otherMd5(announced, base64(sum));
    }
  }

  private static void same(String announced, byte[] sum) {
    if (!Arrays.equals(HexFormat.of().parseHex(announced), sum)) {
      throw BodyRefusals.otherHash(announced, HexFormat.of().formatHex(sum));
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
