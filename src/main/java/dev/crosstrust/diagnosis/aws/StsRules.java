package dev.crosstrust.diagnosis.aws;

import dev.crosstrust.diagnosis.symptom.Rule;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Confidence;
import java.util.List;

/**
 * What STS answers to {@code AssumeRoleWithWebIdentity}. Since mid-2026 one text stands for most of
 * what can be wrong with the provider; the older texts live on in logs, in other partitions and in
 * emulators.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html">AssumeRoleWithWebIdentity</a>
 */
public final class StsRules {
  private static final String INVALID = "InvalidIdentityToken";
  private static final String VALIDATION = "ValidationError";

  public static final List<Rule> TABLE =
      List.of(
          new Rule(StsRules::trust, TrustFindings::refused),
          Rule.on(INVALID, "No OpenIDConnect provider found", TrustFindings::providerMissing),
          Rule.on(INVALID, "Incorrect token audience", TrustFindings::providerAudience),
          Rule.on(INVALID, "retrieve verification key", TrustFindings::keysUnreachable),
          Rule.on(
              symptom -> TrustFindings.keysUnreachable(symptom).confidence(Confidence.POSSIBLE),
              "IDPCommunicationError"),
          Rule.on(TokenRefusals::rejected, "IDPRejectedClaim"),
          Rule.on(INVALID, "configured thumbprint", TrustFindings::thumbprint),
          Rule.on(INVALID, "not a valid JWT", TokenRefusals::notAnIdToken),
          Rule.on(INVALID, "Missing a required claim", TokenRefusals::claimMissing),
          Rule.on(INVALID, "Claim is not allowed to be empty", TokenRefusals::claimMissing),
          Rule.on(INVALID, "more than one audience", TokenRefusals::severalAudiences),
          Rule.on(INVALID, "Invalid timestamp in token claims", TokenRefusals::timestamp),
          Rule.on(INVALID, "principal_tags", SessionFindings::tags),
          Rule.on(INVALID, "issued in the future", TokenRefusals::notYetValid),
          Rule.on(INVALID, "not yet valid", TokenRefusals::notYetValid),
          Rule.on(INVALID, "roles claim", TrustFindings::rolesClaim),
          Rule.on(TrustFindings::validationGeneric, INVALID),
          Rule.saying("Unknown error validating third-party token", TokenRefusals::odd),
          Rule.saying("Token too old", TokenRefusals::tooOld),
          new Rule(StsRules::expired, TokenRefusals::expired),
          Rule.on(VALIDATION, "DurationSeconds", SessionFindings::duration),
          Rule.on(VALIDATION, "roleSessionName", SessionFindings::name),
          Rule.on(VALIDATION, "ARN is invalid", SessionFindings::roleArn),
          Rule.on(VALIDATION, "'roleArn'", SessionFindings::roleArn),
          Rule.on(SessionFindings::policyMalformed, "MalformedPolicyDocument"),
          Rule.on(SessionFindings::policyTooLarge, "PackedPolicyTooLarge"),
          Rule.on(SessionFindings::regionDisabled, "RegionDisabledException", "RegionDisabled"),
          Rule.on(
              SessionFindings::throttled,
              "Throttling",
              "ThrottlingException",
              "RequestLimitExceeded",
              "TooManyRequestsException"),
          Rule.on(
              SessionFindings::credentialsUnknown,
              "InvalidClientTokenId",
              "UnrecognizedClientException"));

  private StsRules() {}

  private static boolean trust(Symptom symptom) {
    return symptom.says("Not authorized to perform sts:AssumeRoleWithWebIdentity")
        || (symptom.operation().equals("AssumeRoleWithWebIdentity")
            && symptom.is("AccessDenied")
            && !symptom.says("is not authorized to perform"));
  }

  /** The same code without this text is said of expired keys. */
  private static boolean expired(Symptom symptom) {
    return symptom.says("Token expired:")
        || (symptom.operation().equals("AssumeRoleWithWebIdentity")
            && symptom.is("ExpiredTokenException", "ExpiredToken"));
  }
}
