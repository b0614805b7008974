package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.aws.signature.Verified;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What S3 says.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3's error
 *     codes</a>
 */
final class S3Errors {
  private S3Errors() {}

  static AwsError accessDenied() {
    return new AwsError(403, "AccessDenied", "Access Denied");
  }

  static AwsError noSuchBucket(String name) {
    return new AwsError(
        404, "NoSuchBucket", "The specified bucket does not exist", Map.of("BucketName", name));
  }

  static AwsError noSuchKey(String key) {
    return new AwsError(404, "NoSuchKey", "The specified key does not exist.", Map.of("Key", key));
  }

  static AwsError noSuchUpload(String id) {
    return new AwsError(
        404,
        "NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have"
            + " been aborted or completed.",
        Map.of("UploadId", id));
  }

  static AwsError invalidBucketName(String name) {
    return new AwsError(
        400, "InvalidBucketName", "The specified bucket is not valid.", Map.of("BucketName", name));
  }

  static AwsError invalidArgument(String message, String name, String value) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("ArgumentName", name);
    fields.put("ArgumentValue", value);
    return new AwsError(400, "InvalidArgument", message, fields);
  }

  static AwsError invalidRange(String range, long size) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("RangeRequested", range);
    fields.put("ActualObjectSize", Long.toString(size));
    return new AwsError(416, "InvalidRange", "The requested range is not satisfiable", fields);
  }

  static AwsError preconditionFailed(String header) {
    return new AwsError(
        412,
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold",
        Map.of("Condition", header));
  }

  static AwsError malformedXml() {
    return new AwsError(
        400,
        "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published"
            + " schema");
  }

  static AwsError tooLarge(long limit) {
    return new AwsError(
        400,
        "EntityTooLarge",
        "Your proposed upload exceeds the maximum allowed size",
        Map.of("MaxSizeAllowed", Long.toString(limit)));
  }

  static AwsError notImplemented() {
    return new AwsError(
        501,
        "NotImplemented",
        "A header you provided implies functionality that is not implemented");
  }

  static AwsError methodNotAllowed(String method, String resourceType) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Method", method);
    fields.put("ResourceType", resourceType);
    return new AwsError(
        405,
        "MethodNotAllowed",
        "The specified method is not allowed against this resource.",
        fields);
  }

  /** A request signed for another service than S3. */
  static AwsError wrongService(String service) {
    return new AwsError(
        400,
        "AuthorizationHeaderMalformed",
        "The authorization header is malformed; incorrect service \"%s\". This endpoint belongs to"
                .formatted(service)
            + " \"s3\".");
  }

  /**
   * A request signed for another region than the bucket's. Clients sign for the endpoint they call:
   * {@code us-east-1} means the global endpoint, whose name servers lead to the bucket's own
   * region, and there the scope is wrong; any other region's endpoint redirects.
   */
  static AwsError wrongRegion(Bucket bucket, Verified verified, boolean presigned) {
    String region = verified.scope().region();
    if (!region.equals("us-east-1")) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("Endpoint", "s3." + bucket.region() + ".amazonaws.com");
      fields.put("Bucket", bucket.name());
      return new AwsError(
          301,
          "PermanentRedirect",
          "The bucket you are attempting to access must be addressed using the specified endpoint."
              + " Please send all future requests to this endpoint.",
          fields);
    }
    String problem = "the region '%s' is wrong; expecting '%s'".formatted(region, bucket.region());
    return presigned
        ? new AwsError(
            400,
            "AuthorizationQueryParametersError",
            "Error parsing the X-Amz-Credential parameter; " + problem,
            Map.of("Region", bucket.region()))
        : new AwsError(
            400,
            "AuthorizationHeaderMalformed",
            "The authorization header is malformed; " + problem,
            Map.of("Region", bucket.region()));
  }
}
