package dev.crosstrust.sandbox.aws.signature;

import dev.crosstrust.sandbox.wire.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A signature as a request presents it, in the {@code Authorization} header or in the query.
 *
 * @param signedAt when, by the client's clock
 * @param signedHeaders lower-case names, in the order given
 * @param presigned whether it stood in the query
 * @param validFor {@code X-Amz-Expires} of a presigned request
 */
record Presented(
    Scope scope,
    Instant signedAt,
    List<String> signedHeaders,
    String signature,
    Optional<String> sessionToken,
    boolean presigned,
    Optional<Duration> validFor) {
  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  static Presented in(Request request, Dialect dialect) {
    Presented presented =
        PresignedQuery.isIn(request)
            ? PresignedQuery.read(request, dialect)
            : AuthorizationHeader.read(request, dialect);
    if (!presented.timestamp().startsWith(presented.scope().date())) {
      throw dialect.refusals().otherDate(presented);
    }
    return presented;
  }

  /** {@link #signedAt} in the form of {@code X-Amz-Date}. */
  String timestamp() {
    return Refusals.BASIC.format(signedAt);
  }

  String stringToSign(CanonicalRequest canonical) {
    return String.join("\n", ALGORITHM, timestamp(), scope.text(), canonical.hash());
  }

  @Override
  public String toString() {
    return "Presented[" + scope + "]";
  }
}
