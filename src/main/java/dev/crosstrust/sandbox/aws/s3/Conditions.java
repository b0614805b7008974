package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.wire.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

/**
 * Conditional requests.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2">RFC 9110, section 13.2.2</a>
 */
final class Conditions {
  private Conditions() {}

  /** Ends a read with 412 or 304 where its conditions ask for it. */
  static void onRead(Request request, StoredObject object) {
    Optional<String> match = request.header("If-Match");
    if (match.isPresent()) {
      if (!names(match.get(), object)) {
        throw S3Errors.preconditionFailed("If-Match");
      }
    } else if (date(request, "If-Unmodified-Since")
        .filter(object.lastModified()::isAfter)
        .isPresent()) {
      throw S3Errors.preconditionFailed("If-Unmodified-Since");
    }
    Optional<String> noneMatch = request.header("If-None-Match");
    boolean unchanged =
        noneMatch.isPresent()
            ? names(noneMatch.get(), object)
            : date(request, "If-Modified-Since")
                .filter(since -> !object.lastModified().isAfter(since))
                .isPresent();
    if (unchanged) {
      throw new AwsError(304, "NotModified", "Not Modified");
    }
  }

  /** Ends a write with 412 or 404 where its conditions ask for it. */
  static void onWrite(Request request, String key, Optional<StoredObject> present) {
    if (request.header("If-None-Match").isPresent() && present.isPresent()) {
      throw S3Errors.preconditionFailed("If-None-Match");
    }
    request
        .header("If-Match")
        .ifPresent(
            etags -> {
              StoredObject object = present.orElseThrow(() -> S3Errors.noSuchKey(key));
              if (!names(etags, object)) {
                throw S3Errors.preconditionFailed("If-Match");
              }
            });
  }

  private static boolean names(String etags, StoredObject object) {
    String own = ETags.bare(object.etag());
    return Arrays.stream(etags.split(",", -1))
        .map(ETags::bare)
        .anyMatch(etag -> etag.equals("*") || etag.equals(own));
  }

  private static Optional<Instant> date(Request request, String header) {
    try {
      return request
          .header(header)
          .map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeException malformedAndThereforeIgnored) {
      return Optional.empty();
    }
  }
}
