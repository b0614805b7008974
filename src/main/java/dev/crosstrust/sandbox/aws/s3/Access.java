package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.aws.Authorizer;
import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.signature.Verified;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a call may go on, and the bucket it is about. There are no bucket policies here, so
 * strangers and other accounts are always refused; they get the bare text, as AWS gives reasons
 * within an account or organisation only.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html">
 *     Troubleshoot access denied errors in Amazon S3</a>
 */
final class Access {
  private final Authorizer authorizer;
  private final Buckets buckets;

  Access(Authorizer authorizer, Buckets buckets) {
    this.authorizer = authorizer;
    this.buckets = buckets;
  }

  /** The bucket of a call that came to the bucket's region. */
  Bucket bucket(Call call) {
    Bucket bucket = bucketAnywhere(call);
    call.verified()
        .filter(verified -> !verified.scope().region().equals(bucket.region()))
        .ifPresent(
            verified -> {
              boolean presigned = call.parameter("X-Amz-Signature").isPresent();
              throw S3Errors.wrongRegion(bucket, verified, presigned);
            });
    return bucket;
  }

  /** The bucket of a call that any region answers. */
  Bucket bucketAnywhere(Call call) {
    return buckets.find(call.bucket()).orElseThrow(() -> S3Errors.noSuchBucket(call.bucket()));
  }

  /** An action on a bucket as a whole. */
  void require(Call call, Bucket bucket, String action, Map<String, List<String>> context) {
    require(call, bucket, action, bucket.arn(), context);
  }

  /** An action on the key of the call. */
  void requireOnKey(Call call, Bucket bucket, String action) {
    requireOnKey(call, bucket, call.key(), action);
  }

  /** An action on a key. */
  void requireOnKey(Call call, Bucket bucket, String key, String action) {
    require(call, bucket, action, bucket.arn() + "/" + key, Map.of());
  }

  private void require(
      Call call, Bucket bucket, String action, String arn, Map<String, List<String>> context) {
    Caller caller = caller(call);
    if (!caller.account().equals(bucket.owner())) {
      throw S3Errors.accessDenied();
    }
    reason(caller, action, arn, context)
        .ifPresent(
            because -> {
              throw AwsError.denied(caller, action, '"' + arn + '"', because);
            });
  }

  /** An action on a bucket that is not there yet. */
  void requireOnNew(Call call, String action) {
    String arn = "arn:aws:s3:::" + call.bucket();
    Caller caller = caller(call);
    reason(caller, action, arn, Map.of())
        .ifPresent(
            because -> {
              throw AwsError.denied(caller, action, '"' + arn + '"', because);
            });
  }

  /** An action without a resource; its refusal names none. */
  Caller requireOnAccount(Call call, String action) {
    Caller caller = caller(call);
    reason(caller, action, "*", Map.of())
        .ifPresent(
            because -> {
              throw new AwsError(
                  403,
                  "AccessDenied",
                  "User: %s is not authorized to perform: %s %s"
                      .formatted(caller.arn(), action, because));
            });
    return caller;
  }

  private static Caller caller(Call call) {
    return call.verified().map(Verified::caller).orElseThrow(S3Errors::accessDenied);
  }

  private Optional<String> reason(
      Caller caller, String action, String arn, Map<String, List<String>> context) {
    return switch (authorizer.decide(caller, action, arn, context)) {
      case Authorizer.Decision.Allowed _ -> Optional.empty();
      case Authorizer.Decision.Denied(String because) -> Optional.of(because);
    };
  }
}
