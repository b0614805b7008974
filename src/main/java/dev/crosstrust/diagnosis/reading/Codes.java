package dev.crosstrust.diagnosis.reading;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The services' words for errors, as they stand at the beginning of a sentence. */
final class Codes {
  /** What the SDKs name after the service alone, for every error without a class of its own. */
  private static final Set<String> OF_ALL_ERRORS =
      Set.of("S3", "Sts", "STS", "Iam", "IAM", "Kms", "SdkClient");

  /** Words that only the classes of SDKs lengthen by "Exception". */
  private static final Set<String> NO_EXCEPTIONS =
      Set.of(
          "AllAccessDisabled",
          "AuthorizationHeaderMalformed",
          "FeatureDisabled",
          "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "InvalidIdentityToken",
          "InvalidToken",
          "MalformedPolicyDocument",
          "NoSuchBucket",
          "NoSuchKey",
          "PackedPolicyTooLarge",
          "PermanentRedirect",
          "RequestTimeTooSkewed",
          "SignatureDoesNotMatch",
          "SlowDown",
          "ValidationError");

  /** Those that the clouds' services answer with, and few others do. */
  static final String WORDS =
      "AccessDenied|AllAccessDisabled|AuthorizationHeaderMalformed|ExpiredToken|IDPCommunicationError"
          + "|IDPRejectedClaim|IdpCommunicationError|IdpRejectedClaim"
          + "|IllegalLocationConstraintException|InternalFailure|InvalidAccessKeyId"
          + "|InvalidClientTokenId|InvalidIdentityToken|InvalidParameterValue|InvalidToken"
          + "|JWTPayloadSizeExceeded|KMS\\.NotFound|MalformedPolicyDocument|NoSuchBucket|NoSuchKey"
          + "|OutboundWebIdentityFederationDisabled|PackedPolicyTooLarge|PermanentRedirect"
          + "|RegionDisabled|RequestExpired|RequestTimeTooSkewed|SessionDurationEscalation"
          + "|SignatureDoesNotMatch|SlowDown|TemporaryRedirect|Throttling|UnauthorizedOperation"
          + "|UnrecognizedClientException|UserProjectMissing|ValidationError"
          + "|invalid_grant|invalid_target|invalid_request|unauthorized_client|quota_exceeded"
          + "|PERMISSION_DENIED|UNAUTHENTICATED|NOT_FOUND|FAILED_PRECONDITION|INVALID_ARGUMENT"
          + "|RESOURCE_EXHAUSTED";

  private Codes() {}

  /** The word itself: without the side that EC2 names, or the class of an SDK around it. */
  static @Nullable String plain(@Nullable String code) {
    if (code == null) {
      return null;
    }
    String word = code.replaceFirst("^(?:Client|Server)\\.", "");
    String bare = word.replaceFirst("Exception$", "");
    if (OF_ALL_ERRORS.contains(bare) || word.matches("Amazon\\w+Exception")) {
      return null;
    }
    if (NO_EXCEPTIONS.contains(bare)) {
      return bare;
    }
    return switch (word) {
      case "IdpCommunicationErrorException", "IDPCommunicationErrorException" ->
          "IDPCommunicationError";
      case "IdpRejectedClaimException", "IDPRejectedClaimException" -> "IDPRejectedClaim";
      case "PermissionDenied" -> "PERMISSION_DENIED";
      case "Unauthenticated" -> "UNAUTHENTICATED";
      case "NotFound" -> "NOT_FOUND";
      default -> word;
    };
  }

  /** The word of a number of gRPC, as audit logs have it. */
  static @Nullable String ofNumber(int number) {
    return switch (number) {
      case 3 -> "INVALID_ARGUMENT";
      case 5 -> "NOT_FOUND";
      case 7 -> "PERMISSION_DENIED";
      case 8 -> "RESOURCE_EXHAUSTED";
      case 9 -> "FAILED_PRECONDITION";
      case 13 -> "INTERNAL";
      case 14 -> "UNAVAILABLE";
      case 16 -> "UNAUTHENTICATED";
      default -> null;
    };
  }
}
