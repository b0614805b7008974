package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.aws.signature.Verified;
import dev.crosstrust.sandbox.wire.Request;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request with what it is about: path style, {@code /bucket/key}.
 *
 * @param bucket empty when the request is about the service
 * @param key decoded; empty when the request is about the bucket
 * @param verified empty when the request is anonymous
 */
record Call(Request request, String bucket, String key, Optional<Verified> verified) {
  /** S3 takes 5 GB at a time; this one keeps everything in memory. */
  static final int LARGEST_BODY = 512 * 1024 * 1024;

  static Call of(Request request, Optional<Verified> verified) {
    String path = request.rawPath().isEmpty() ? "" : request.rawPath().substring(1);
    int slash = path.indexOf('/');
    return new Call(
        request,
        decode(slash < 0 ? path : path.substring(0, slash)),
        decode(slash < 0 ? "" : path.substring(slash + 1)),
        verified);
  }

  static String decode(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformedEscape) {
      return path;
    }
  }

  Optional<String> parameter(String name) {
    return request.queryParameter(name);
  }

  /** A parameter or the empty string. */
  String text(String name) {
    return parameter(name).orElse("");
  }

  /** How many entries a page is to have, at most a thousand. */
  int pageSize(String name) {
    return Math.min(number(name, 1_000, 0, Integer.MAX_VALUE), 1_000);
  }

  int number(String name, int usual, int from, int to) {
    String text = text(name);
    if (text.isEmpty()) {
      return usual;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= from && value <= to) {
        return value;
      }
    } catch (NumberFormatException noNumber) {
      // The same answer as for a number out of range.
    }
    throw S3Errors.invalidArgument(
        "Argument %s must be an integer between %d and %d".formatted(name, from, to), name, text);
  }

  /** The body, verified. */
  byte[] body() throws IOException {
    InputStream body = verified.map(Verified::body).orElse(request.body());
    byte[] bytes = body.readNBytes(LARGEST_BODY);
    if (body.read() >= 0) {
      throw S3Errors.tooLarge(LARGEST_BODY);
    }
    return bytes;
  }
}
