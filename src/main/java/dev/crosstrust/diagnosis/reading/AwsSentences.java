package dev.crosstrust.diagnosis.reading;

import java.util.List;

/** How AWS's sentences begin, old and new. */
final class AwsSentences {
  private static final String WEB = "AssumeRoleWithWebIdentity";
  private static final String OUT = "GetWebIdentityToken";
  private static final String INVALID = "InvalidIdentityToken";

  static final List<Sentence> TABLE =
      List.of(
          sts(WEB, INVALID, "The web identity token provided could not be validated"),
          sts(WEB, INVALID, "No OpenIDConnect provider found in your account for"),
          sts(WEB, INVALID, "Incorrect token audience\\b"),
          sts(WEB, INVALID, "Couldn't retrieve verification key from your identity provider"),
          sts(WEB, INVALID, "OpenIDConnect provider's HTTPS certificate doesn't match"),
          sts(WEB, INVALID, "The ID Token provided is not a valid JWT"),
          sts(WEB, INVALID, "Missing a required claim: \\w"),
          sts(WEB, INVALID, "Claim is not allowed to be empty: \\w"),
          sts(WEB, INVALID, "Token audience contains more than one audience"),
          sts(WEB, INVALID, "Token issued in the future: \\d"),
          sts(WEB, INVALID, "Token not yet valid: current date/time"),
          sts(WEB, INVALID, "Invalid timestamp in token claims"),
          sts(WEB, INVALID, "principal_tags passed in claim is not in correct format"),
          sts(WEB, INVALID, "The target role ARN is not present in the roles claim"),
          sts(WEB, "ExpiredTokenException", "Token expired: current date/time"),
          sts(WEB, "ExpiredTokenException", "Token too old: \\d"),
          sts(WEB, "AccessDenied", "Not authorized to perform:? sts:AssumeRoleWithWebIdentity"),
          sts(WEB, "InternalFailure", "Unknown error validating third-party token"),
          sts("", "ValidationError", "The requested DurationSeconds exceeds"),
          sts("", "ValidationError", "\\d+ validation errors? detected: Value"),
          sts("", "ValidationError", "Request ARN is invalid"),
          sts(OUT, "", "OutboundWebIdentityFederation is disabled"),
          sts(OUT, "", "Requested SigningAlgorithm is not supported"),
          sts(OUT, "", "Requested token expiry time must be before"),
          sts(OUT, "", "Duplicate tag keys found"),
          sts(OUT, "", "GetWebIdentityToken does not support federated user sessions"),
          sts(OUT, "", "Operation not supported on STS global endpoint"),
          of("iam", "FeatureDisabled", "Outbound identity federation is (?:already )?disabled"),
          of("", "InvalidClientTokenId", "The security token included in the request is invalid"),
          of("", "ExpiredToken", "The security token included in the request is expired"),
          of("", "SignatureDoesNotMatch", "Signature expired: \\d{8}T\\d{6}Z is now earlier"),
          of("", "SignatureDoesNotMatch", "Signature not yet current: \\d{8}T\\d{6}Z is still"),
          of("s3", "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist"),
          of("s3", "SignatureDoesNotMatch", "The request signature we calculated does not match"),
          of("s3", "ExpiredToken", "The provided token has expired"),
          of("s3", "InvalidToken", "The provided token is malformed or otherwise invalid"),
          of("s3", "PermanentRedirect", "The bucket you are attempting to access must be"),
          of("s3", "PermanentRedirect", "incorrect region, the bucket is not in '"),
          of("s3", "PermanentRedirect", "requested bucket from \""),
          of("s3", "AuthorizationHeaderMalformed", "The authorization header is malformed; the"),
          of("s3", "IllegalLocationConstraintException", "The \\S+ location constraint is"),
          of("s3", "RequestTimeTooSkewed", "The difference between the request time and the"),
          of("s3", "AllAccessDisabled", "All access to this (?:object|bucket) has been disabled"),
          of("s3", "NoSuchKey", "The specified key does not exist(?=\\.|\\s*(?:$|\\())"),
          of("s3", "NoSuchBucket", "The specified bucket does not exist(?!\\.)"),
          of(
              "",
              "",
              "User(?::? |(?=\\[))\\S{1,2048}+(?: \\S{1,2048}+){0,2}? is not authorized to"
                  + " perform:? [a-z0-9-]+:"),
          of("", "", "You are not authorized to perform this operation\\."));

  private AwsSentences() {}

  private static Sentence sts(String operation, String code, String beginning) {
    return Sentence.of("sts", operation, code, beginning);
  }

  private static Sentence of(String service, String code, String beginning) {
    return Sentence.of(service, "", code, beginning);
  }
}
