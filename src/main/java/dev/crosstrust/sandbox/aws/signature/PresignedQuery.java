package dev.crosstrust.sandbox.aws.signature;

import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.wire.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads a signature from the query, {@code ?X-Amz-Algorithm=AWS4-HMAC-SHA256&…}. */
final class PresignedQuery {
  private static final Duration LONGEST = Duration.ofDays(7);

  private PresignedQuery() {}

  static boolean isIn(Request request) {
    return request.queryParameter("X-Amz-Algorithm").isPresent() || isOldForm(request);
  }

  /** Signature Version 2, {@code ?AWSAccessKeyId=…&Signature=…}. */
  private static boolean isOldForm(Request request) {
    return request.queryParameter("AWSAccessKeyId").isPresent()
        && request.queryParameter("Signature").isPresent();
  }

  static Presented read(Request request, Dialect dialect) {
    Refusals refusals = dialect.refusals();
    if (isOldForm(request)) {
      throw refusals.otherMechanism("AWS");
    }
    String algorithm = required(request, "X-Amz-Algorithm", refusals);
    if (!algorithm.equals(Presented.ALGORITHM)) {
      throw refusals.otherMechanism(algorithm);
    }
    Scope scope =
        Scope.parse(required(request, "X-Amz-Credential", refusals))
            .orElseThrow(() -> refusals.malformedCredential(true));
    Instant signedAt =
        AuthorizationHeader.parse(required(request, "X-Amz-Date", refusals), Refusals.BASIC)
            .orElseThrow(refusals::incompleteQuery);
    return new Presented(
        scope,
        signedAt,
        List.of(required(request, "X-Amz-SignedHeaders", refusals).split(";", -1)),
        required(request, "X-Amz-Signature", refusals),
        request.queryParameter("X-Amz-Security-Token"),
        true,
        expires(request, dialect));
  }

  private static Optional<Duration> expires(Request request, Dialect dialect) {
    if (dialect == Dialect.QUERY) {
      // STS keeps to its own quarter of an hour, whatever the URL asks for.
      return Optional.empty();
    }
    String text = required(request, "X-Amz-Expires", dialect.refusals());
    if (!text.matches("-?\\d{1,18}")) {
      throw S3Refusals.malformedQuery("X-Amz-Expires should be a number");
    }
    Duration duration = Duration.ofSeconds(Long.parseLong(text));
    if (duration.isNegative()) {
      throw S3Refusals.malformedQuery("X-Amz-Expires must be non-negative");
    }
    if (duration.compareTo(LONGEST) > 0) {
      throw S3Refusals.malformedQuery(
          "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires"
              + " must be less than 604800 seconds");
    }
    return Optional.of(duration);
  }

  private static String required(Request request, String name, Refusals refusals) {
    AwsError missing = refusals.incompleteQuery();
    return request
        .queryParameter(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> missing);
  }
}
