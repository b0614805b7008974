package dev.crosstrust.diagnosis.aws;

import static dev.crosstrust.diagnosis.Legs.exchange;
import static dev.crosstrust.diagnosis.Legs.first;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.diagnosis.Legs;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StsRulesTest {
  private static final String GENERIC =
      "The web identity token provided could not be validated. See the AssumeRoleWithWebIdentity"
          + " documentation for requirements.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | AccessDenied | Not authorized to perform sts:AssumeRoleWithWebIdentity |"
            + " aws.trust-refused",
        "400 | InvalidIdentityToken | " + GENERIC + " | aws.validation-generic",
        "400 | InvalidIdentityToken | No OpenIDConnect provider found in your account for"
            + " https://a.example | aws.provider-missing",
        "400 | InvalidIdentityToken | Incorrect token audience | aws.provider-audience-missing",
        "400 | InvalidIdentityToken | Couldn't retrieve verification key from your identity"
            + " provider,  please reference AssumeRoleWithWebIdentity documentation for"
            + " requirements | aws.keys-unreachable",
        "400 | IDPCommunicationError | | aws.keys-unreachable",
        "400 | InvalidIdentityToken | OpenIDConnect provider's HTTPS certificate doesn't match"
            + " configured thumbprint | aws.thumbprint",
        "400 | InvalidIdentityToken | The ID Token provided is not a valid JWT. (You may see this"
            + " error if you sent an Access Token) | aws.not-an-id-token",
        "400 | InvalidIdentityToken | Missing a required claim: sub | aws.claim-missing",
        "400 | InvalidIdentityToken | Claim is not allowed to be empty: aud | aws.claim-missing",
        "400 | InvalidIdentityToken | Token audience contains more than one audience while"
            + " authorized party is not present | aws.several-audiences",
        "400 | InvalidIdentityToken | Invalid timestamp in token claims. | aws.timestamp-invalid",
        "400 | InvalidIdentityToken | principal_tags passed in claim is not in correct format. |"
            + " aws.session-tags",
        "400 | InvalidIdentityToken | Token issued in the future: 1789127298 |"
            + " aws.token-not-yet-valid",
        "400 | InvalidIdentityToken | The target role ARN is not present in the roles claim of the"
            + " identity token | aws.roles-claim-refuses",
        "400 | ExpiredTokenException | Token too old: 441398 | aws.token-too-old",
        "400 | ValidationError | The requested DurationSeconds exceeds the MaxSessionDuration set"
            + " for this role. | aws.session-duration",
        "400 | ValidationError | 1 validation error detected: Value '100' at 'durationSeconds'"
            + " failed to satisfy constraint: Member must have value greater than or equal to 900 |"
            + " aws.session-duration",
        "400 | ValidationError | 1 validation error detected: Value 'bad session!!' at"
            + " 'roleSessionName' failed to satisfy constraint | aws.session-name",
        "400 | ValidationError | Request ARN is invalid | aws.role-arn-invalid",
        "400 | MalformedPolicyDocument | | aws.policy-malformed",
        "400 | PackedPolicyTooLarge | | aws.session-policy",
        "403 | RegionDisabledException | | aws.region-disabled",
        "400 | Throttling | Rate exceeded | aws.throttled",
        "403 | InvalidClientTokenId | The security token included in the request is invalid |"
            + " aws.credentials-unknown",
        "500 | InternalFailure | Unknown error validating third-party token | aws.claim-missing",
        "500 | InternalFailure | We encountered an internal error | response.not-understood",
        "400 | SomethingNew | Never seen before | response.not-understood",
      })
  void aTextOfStsIsExplained(int status, String code, String message, String id) {
    Finding finding = first(exchange(status, code, message == null ? "" : message));
    assertThat(finding.id()).isEqualTo(id);
    assertThat(finding.because().getFirst())
        .startsWith("exchange: sts answered %d %s".formatted(status, code))
        .contains(message == null ? "" : message.replaceAll("\\s+", " "));
  }

  @Test
  void aTrustRefusalIsNotMadeSurerThanItIs() {
    Finding finding =
        first(
            exchange(
                403, "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity"));
    assertThat(finding.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(finding.fix().getFirst().aws()).contains("get-role --role-name R ");
  }

  @Test
  void whatIsNotKnownIsQuotedAndCalledSo() {
    Finding finding = first(exchange(400, "SomethingNew", "Never seen before"));
    assertThat(finding.title()).contains("not known here");
    assertThat(finding.confidence()).isEqualTo(Confidence.POSSIBLE);
  }

  @Test
  void theMissingProvidersIssuerIsNamed() {
    Finding finding =
        first(
            exchange(
                400,
                "InvalidIdentityToken",
                "No OpenIDConnect provider found in your account for https://a.example/x"));
    assertThat(finding.title()).endsWith("for https://a.example/x");
    assertThat(finding.fix().getLast().aws())
        .endsWith(" --url https://a.example/x --client-id-list AUDIENCE");
    assertThat(finding.fix().getLast().terraform()).contains("url = \"https://a.example/x\"");
  }

  @Test
  void theShiftOfStssClockIsTakenOutOfWhatIsSaid() {
    long expiry = Legs.NOW.getEpochSecond() - 3600;
    Finding finding =
        first(
            exchange(
                400,
                "ExpiredTokenException",
                "Token expired: current date/time %d must be before the expiration date/time%d"
                    .formatted(Legs.NOW.getEpochSecond() - 300, expiry)));
    assertThat(finding.id()).isEqualTo("aws.token-expired");
    assertThat(finding.because().get(1)).contains("60 minutes later");
  }

  @Test
  void soItIsBeforeATokensTime() {
    long start = Legs.NOW.getEpochSecond() + 1800;
    Finding finding =
        first(
            exchange(
                400,
                "InvalidIdentityToken",
                "Token not yet valid: current date/time %d must be after or equal to the not-before"
                        .formatted(Legs.NOW.getEpochSecond() + 300)
                    + " date/time %d".formatted(start)));
    assertThat(finding.id()).isEqualTo("aws.token-not-yet-valid");
    assertThat(finding.because().getLast()).contains("30 minutes earlier");
  }
}
