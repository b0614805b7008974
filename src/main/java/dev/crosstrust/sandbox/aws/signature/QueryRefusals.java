package dev.crosstrust.sandbox.aws.signature;

import dev.crosstrust.sandbox.aws.AwsError;
import java.time.Instant;

/**
 * What STS and IAM say.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html">
 *     Troubleshoot Signature Version 4</a>
 */
final class QueryRefusals implements Refusals {
  @Override
  public AwsError notSigned() {
    return new AwsError(
        403, "MissingAuthenticationToken", "Request is missing Authentication Token");
  }

  @Override
  public AwsError otherMechanism(String scheme) {
    return incomplete("Unsupported AWS 'algorithm': '" + scheme + "'.");
  }

  @Override
  public AwsError incompleteHeader() {
    return incomplete(
        "Authorization header requires 'Credential', 'Signature' and 'SignedHeaders' parameters.");
  }

  @Override
  public AwsError malformedCredential(boolean presigned) {
    return incomplete("Credential must have exactly 5 slash-delimited elements.");
  }

  @Override
  public AwsError incompleteQuery() {
    return incomplete(
        "AWS query-string parameters must include 'X-Amz-Algorithm', 'X-Amz-Credential',"
            + " 'X-Amz-Signature', 'X-Amz-SignedHeaders' and 'X-Amz-Date'.");
  }

  @Override
  public AwsError missingDate() {
    return incomplete(
        "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  }

  @Override
  public AwsError otherDate(Presented presented) {
    return mismatch(
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP:"
            + " '%s' != '%s', from '%s'."
                .formatted(
                    presented.scope().date(),
                    presented.timestamp().substring(0, 8),
                    presented.timestamp()));
  }

  @Override
  public AwsError unknownKey(String accessKeyId) {
    return invalidToken();
  }

  @Override
  public AwsError tokenMissing(String accessKeyId) {
    return invalidToken();
  }

  @Override
  public AwsError tokenWrong(String token) {
    return invalidToken();
  }

  @Override
  public AwsError tokenExpired(String token) {
    return new AwsError(
        403, "ExpiredToken", "The security token included in the request is expired");
  }

  @Override
  public AwsError skewed(Presented presented, Instant now) {
    boolean late = presented.signedAt().isBefore(now);
    Instant limit = late ? now.minus(ALLOWED_SKEW) : now.plus(ALLOWED_SKEW);
    String form =
        late
            ? "Signature expired: %s is now earlier than %s (%s - %d min.)"
            : "Signature not yet current: %s is still later than %s (%s + %d min.)";
    return mismatch(
        form.formatted(
            presented.timestamp(),
            BASIC.format(limit),
            BASIC.format(now),
            ALLOWED_SKEW.toMinutes()));
  }

  @Override
  public AwsError mismatch(Presented presented, CanonicalRequest request, String stringToSign) {
    return mismatch(
        "The request signature we calculated does not match the signature you provided. Check your"
            + " AWS Secret Access Key and signing method. Consult the service documentation for"
            + " details.");
  }

  private static AwsError mismatch(String message) {
    return new AwsError(403, "SignatureDoesNotMatch", message);
  }

  private static AwsError incomplete(String message) {
    return new AwsError(400, "IncompleteSignature", message);
  }

  private static AwsError invalidToken() {
    return new AwsError(
        403, "InvalidClientTokenId", "The security token included in the request is invalid");
  }
}
