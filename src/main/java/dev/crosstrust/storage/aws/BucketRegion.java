package dev.crosstrust.storage.aws;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Where a bucket says it is when it is asked elsewhere: 301 {@code PermanentRedirect}, 307 while a
 * new bucket becomes known, or 400 {@code AuthorizationHeaderMalformed}; to HEAD, which has no body
 * and so no code, the same statuses with the header alone.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html">Amazon S3,
 *     Making requests using the REST API, request redirection</a>
 */
final class BucketRegion {
  /**
   * {@code The authorization header is malformed; the region 'us-east-1' is wrong; expecting
   * 'us-west-2'}. The same stands in an element of the body, which the SDK does not hand on.
   */
  private static final Pattern EXPECTING = Pattern.compile("expecting '([^']*)'");

  /** It becomes part of a host name: nothing else may. */
  private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z0-9]+)+");

  private BucketRegion() {}

  /** The region that an answer points to; empty when it does not. */
  static Optional<String> named(S3Exception e) {
    AwsErrorDetails details = e.awsErrorDetails();
    if (details == null || !isRedirect(e.statusCode(), details.errorCode())) {
      return Optional.empty();
    }
    return details
        .sdkHttpResponse()
        .firstMatchingHeader("x-amz-bucket-region")
        .or(() -> expected(details))
        .filter(region -> REGION.matcher(region).matches());
  }

  private static boolean isRedirect(int status, @Nullable String code) {
    return switch (status) {
      case 301, 307 -> true;
      case 400 -> code == null || code.equals("AuthorizationHeaderMalformed");
      default -> false;
    };
  }

  private static Optional<String> expected(AwsErrorDetails details) {
    return Optional.ofNullable(details.errorMessage())
        .map(EXPECTING::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }
}
