package dev.crosstrust.sandbox.aws.signature;

import dev.crosstrust.sandbox.aws.AwsError;
import java.util.LinkedHashMap;
import java.util.Map;

/** What S3 says when a body is not what its headers, chunks or trailers announced. */
final class BodyRefusals {
  private BodyRefusals() {}

  static AwsError signatureDoesNotMatch(Map<String, String> fields) {
    return new AwsError(
        403,
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check your"
            + " key and signing method.",
        fields);
  }

  static AwsError invalidHash() {
    return new AwsError(
        400,
        "InvalidArgument",
        "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER,"
            + " STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a"
            + " valid sha256 value.",
        Map.of("ArgumentName", "x-amz-content-sha256"));
  }

  static AwsError missingHash() {
    return new AwsError(
        400, "InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
  }

  static AwsError notChunked() {
    return new AwsError(
        400,
        "InvalidRequest",
        "aws-chunked encoding is not supported with the specified x-amz-content-sha256 value");
  }

  static AwsError otherHash(String given, String computed) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("ClientComputedContentSHA256", given);
    fields.put("S3ComputedContentSHA256", computed);
    return new AwsError(
        400,
        "XAmzContentSHA256Mismatch",
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
        fields);
  }

  static AwsError incomplete() {
    return new AwsError(400, "IncompleteBody", "The request body terminated unexpectedly");
  }

  static AwsError missingLength() {
    return new AwsError(
        411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
  }

  static AwsError malformedTrailer() {
    return new AwsError(
        400,
        "MalformedTrailerError",
        "The request contained trailing data that was not well-formed or did not conform to our"
            + " published schema.");
  }

  static AwsError otherMd5(String given, String computed) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("ExpectedDigest", given);
    fields.put("CalculatedDigest", computed);
    return new AwsError(
        400, "BadDigest", "The Content-MD5 you specified did not match what we received.", fields);
  }

  static AwsError otherChecksum(Checksum checksum) {
    return new AwsError(
        400,
        "BadDigest",
        "The %s you specified did not match the calculated checksum.".formatted(checksum.name()));
  }
}
