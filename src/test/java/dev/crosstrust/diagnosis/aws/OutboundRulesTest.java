package dev.crosstrust.diagnosis.aws;

import static dev.crosstrust.diagnosis.Legs.first;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.diagnosis.Legs;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboundRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | OutboundWebIdentityFederationDisabledException | OutboundWebIdentityFederation is"
            + " disabled. | aws.outbound-disabled",
        "404 | FeatureDisabled | Outbound identity federation is disabled for account 123456789012"
            + " | aws.outbound-disabled",
        "403 | SessionDurationEscalationException | Requested token expiry time must be before the"
            + " original session's expiry time. | aws.outbound-session-too-short",
        "400 | ValidationError | Requested SigningAlgorithm is not supported. See the"
            + " GetWebIdentityToken documentation for supported algorithms |"
            + " aws.outbound-algorithm",
        "400 | InvalidParameterValue | Duplicate tag keys found. Please note that Tag keys are case"
            + " insensitive. | aws.outbound-payload",
        "400 | JWTPayloadSizeExceededException | too large | aws.outbound-payload",
        "403 | AccessDenied | GetWebIdentityToken does not support federated user sessions |"
            + " aws.outbound-federated-user",
        "400 | InvalidAction | Operation not supported on STS global endpoint |"
            + " aws.outbound-global-endpoint",
        "403 | AccessDenied | User: arn:aws:sts::111122223333:assumed-role/R/s is not authorized to"
            + " perform: sts:GetWebIdentityToken on resource: arn:aws:sts::111122223333:self"
            + " because no identity-based policy allows the sts:GetWebIdentityToken action |"
            + " aws.outbound-denied",
      })
  void aTextOfStsIsExplained(int status, String code, String text, String id) {
    Finding finding = first(token(status, code, text));
    assertThat(finding.id()).isEqualTo(id);
    assertThat(finding.fix()).isNotEmpty();
    assertThat(finding.source()).startsWith("https://docs.aws.amazon.com/");
    assertThat(finding.because().getFirst())
        .startsWith("token: sts answered %d %s".formatted(status, code));
  }

  @Test
  void whatIsToBeAllowedStandsThereAsAPolicy() {
    String text =
        "User: arn:aws:sts::111122223333:assumed-role/R/s is not authorized to perform:"
            + " sts:GetWebIdentityToken on resource: arn:aws:sts::111122223333:self because no"
            + " identity-based policy allows the sts:GetWebIdentityToken action";
    Fix fix = first(token(403, "AccessDenied", text)).fix().getFirst();
    assertThat(fix.effect()).isEqualTo(Fix.Effect.WIDENS);
    assertThat(fix.aws())
        .startsWith(
            "aws iam put-role-policy --role-name R --policy-name crosstrust-GetWebIdentityToken-")
        .contains("{\"sts:IdentityTokenAudience\":\"//a.example\"}")
        .contains("\"Null\":{\"sts:IdentityTokenAudience\":\"false\"}");
    assertThat(fix.terraform()).contains("resource \"aws_iam_role_policy\"", "role = \"R\"");
  }

  @Test
  void theAudienceThatWasAskedForIsNamed() {
    Finding finding = first(token(403, "AccessDenied", "no"));
    assertThat(finding.because()).contains("It was asked for the audience //a.example");
  }

  @Test
  void whoMayNotTagIsNotToldToAskForMoreOfTheSame() {
    Finding finding =
        first(
            token(
                403,
                "AccessDenied",
                "User: arn:aws:sts::111122223333:assumed-role/R/s is not authorized to perform:"
                    + " sts:TagGetWebIdentityToken on resource: arn:aws:sts::111122223333:self"
                    + " because no identity-based policy allows the sts:TagGetWebIdentityToken"
                    + " action"));

    assertThat(finding.id()).isEqualTo("aws.outbound-denied");
    assertThat(finding.fix())
        .extracting(Fix::text)
        .anyMatch(text -> text.contains("without tags"))
        .anyMatch(text -> text.contains("sts:TagGetWebIdentityToken"));
  }

  private static Leg token(int status, String code, String text) {
    Leg.Sent sent =
        new Leg.Sent(
            "POST",
            "https://sts.eu-west-1.amazonaws.com/",
            Map.of("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"),
            "Action=GetWebIdentityToken&Audience.member.1=%2F%2Fa.example");
    return Legs.leg(
        "token",
        "sts",
        "GetWebIdentityToken",
        status,
        sent,
        Map.of(),
        "<ErrorResponse><Error><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
            .formatted(code, text));
  }
}
