package dev.crosstrust.sandbox.aws.signature;

import dev.crosstrust.sandbox.aws.AwsError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What S3 says.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3's error
 *     codes</a>
 */
final class S3Refusals implements Refusals {
  private static final String CREDENTIAL_FORM =
      "the Credential is mal-formed; expecting"
          + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".";

  @Override
  public AwsError notSigned() {
    return new AwsError(403, "AccessDenied", "Access Denied");
  }

  @Override
  public AwsError otherMechanism(String scheme) {
    if (scheme.startsWith("AWS")) {
      return new AwsError(
          400,
          "InvalidRequest",
          "The authorization mechanism you have provided is not supported. Please use"
              + " AWS4-HMAC-SHA256.");
    }
    return new AwsError(
        400,
        "InvalidArgument",
        "Unsupported Authorization Type",
        Map.of("ArgumentName", "Authorization"));
  }

  @Override
  public AwsError incompleteHeader() {
    return malformedHeader(
        "the authorization header requires three components: Credential, SignedHeaders, and"
            + " Signature.");
  }

  @Override
  public AwsError malformedCredential(boolean presigned) {
    return presigned
        ? malformedQuery("Error parsing the X-Amz-Credential parameter; " + CREDENTIAL_FORM)
        : malformedHeader(CREDENTIAL_FORM);
  }

  @Override
  public AwsError incompleteQuery() {
    return malformedQuery(
        "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential,"
            + " X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");
  }

  @Override
  public AwsError missingDate() {
    return new AwsError(
        403, "AccessDenied", "AWS authentication requires a valid Date or x-amz-date header");
  }

  @Override
  public AwsError otherDate(Presented presented) {
    String problem =
        "Invalid credential date \"%s\". This date is not the same as X-Amz-Date: \"%s\"."
            .formatted(presented.scope().date(), presented.timestamp().substring(0, 8));
    return presented.presigned()
        ? malformedQuery("Error parsing the X-Amz-Credential parameter; " + problem)
        : malformedHeader(problem);
  }

  @Override
  public AwsError unknownKey(String accessKeyId) {
    return new AwsError(
        403,
        "InvalidAccessKeyId",
        "The AWS Access Key Id you provided does not exist in our records.",
        Map.of("AWSAccessKeyId", accessKeyId));
  }

  @Override
  public AwsError tokenMissing(String accessKeyId) {
    return unknownKey(accessKeyId);
  }

  /** S3 repeats the token in its answer, so a client has to expect secrets there. */
  @Override
  public AwsError tokenWrong(String token) {
    return new AwsError(
        400,
        "InvalidToken",
        "The provided token is malformed or otherwise invalid.",
        Map.of("Token-0", token));
  }

  @Override
  public AwsError tokenExpired(String token) {
    return new AwsError(
        400, "ExpiredToken", "The provided token has expired.", Map.of("Token-0", token));
  }

  @Override
  public AwsError skewed(Presented presented, Instant now) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("RequestTime", presented.timestamp());
    fields.put("ServerTime", now.truncatedTo(ChronoUnit.SECONDS).toString());
    fields.put("MaxAllowedSkewMilliseconds", Long.toString(ALLOWED_SKEW.toMillis()));
    return new AwsError(
        403,
        "RequestTimeTooSkewed",
        "The difference between the request time and the current time is too large.",
        fields);
  }

  @Override
  public AwsError mismatch(Presented presented, CanonicalRequest request, String stringToSign) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("AWSAccessKeyId", presented.scope().accessKeyId());
    fields.put("StringToSign", stringToSign);
    fields.put("SignatureProvided", presented.signature());
    fields.put("StringToSignBytes", bytes(stringToSign));
    fields.put("CanonicalRequest", request.text());
    fields.put("CanonicalRequestBytes", bytes(request.text()));
    return BodyRefusals.signatureDoesNotMatch(fields);
  }

  private static String bytes(String text) {
    return HexFormat.ofDelimiter(" ").formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  static AwsError malformedQuery(String message) {
    return new AwsError(400, "AuthorizationQueryParametersError", message);
  }

  static AwsError malformedHeader(String problem) {
    return new AwsError(
        400, "AuthorizationHeaderMalformed", "The authorization header is malformed; " + problem);
  }
}
