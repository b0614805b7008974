package dev.crosstrust.diagnosis.aws;

import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;

/** What STS says of the session that was asked for, and of the account. */
final class SessionFindings {
  private SessionFindings() {}

  static Finding duration(Symptom symptom) {
    String role = Arns.roleNameOr(symptom.sent().get("RoleArn"));
    return Finding.error(
            "aws.session-duration", "The session was asked for longer, or shorter, than it may be")
        .because("At least 900 seconds; at most what the role allows, one hour unless changed")
        .fix(
            Fix.of("Ask for 3600 seconds"),
            Fix.of("See what the role allows")
                .withAws(
                    Commands.of(
                        "aws iam get-role",
                        "--role-name",
                        role,
                        "--query",
                        "Role.MaxSessionDuration")))
        .source(TrustFindings.PAGE);
  }

  static Finding name(Symptom symptom) {
    return Finding.error("aws.session-name", "The session's name has a character it must not have")
        .because("2 to 64 letters, digits or any of _+=,.@-; a slash or colon is not among them")
        .fix(Fix.of("Change session in the route"))
        .source(TrustFindings.PAGE);
  }

  static Finding tags(Symptom symptom) {
    return Finding.error("aws.session-tags", "The session tags in the token are not well formed")
        .because("Each value is a list with one text in it")
        .fix(Fix.of("Have the issuer write principal_tags as lists of one text each"))
        .source("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html");
  }

  static Finding roleArn(Symptom symptom) {
    return Finding.error("aws.role-arn-invalid", "What was given is not the ARN of a role")
        .fix(Fix.of("Write it as arn:aws:iam::ACCOUNT:role/NAME, path included"))
        .source(TrustFindings.PAGE);
  }

  static Finding policyMalformed(Symptom symptom) {
    return Finding.error("aws.policy-malformed", "The policy document is refused as it is written")
        .fix(
            Fix.of("Have the document checked")
                .withAws(
                    "aws accessanalyzer validate-policy --policy-type IDENTITY_POLICY"
                        + " --policy-document file://policy.json"))
        .source(TrustFindings.PAGE);
  }

  static Finding policyTooLarge(Symptom symptom) {
    return Finding.error("aws.session-policy", "The session policies are too large together")
        .fix(Fix.of("Shorten the inline policy, or pass fewer managed ones"))
        .source(TrustFindings.PAGE);
  }

  static Finding regionDisabled(Symptom symptom) {
    return Finding.error(
            "aws.region-disabled", "STS is switched off for this region in the account")
        .fix(
            Fix.of("Switch it on under IAM > Account settings > Security Token Service"),
            Fix.of("Or take another region in the route"))
        .source(
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html");
  }

  static Finding throttled(Symptom symptom) {
    return Finding.error("aws.throttled", "AWS was asked too often in too short a time")
        .fix(Fix.of("Wait a minute, then run again"));
  }

  /** Where new credentials come from: a route makes its own, of a text any way is possible. */
  static Fix[] anew(Symptom symptom) {
    return symptom.pasted()
        ? new Fix[] {
          Fix.of("Get new credentials the way these came; from IAM Identity Center by signing in")
              .withAws("aws sso login --profile PROFILE"),
          Fix.of(
              "Keys in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN do not renew"
                  + " themselves: set all three anew, or unset them for the profile to count"),
          Fix.of(
                  "A profile with role_arn or credential_process asks again by itself; see which"
                      + " credentials are used")
              .withAws("aws configure list")
        }
        : new Fix[] {Fix.of("Run the route again: it asks for a new one")};
  }

  static Finding credentialsUnknown(Symptom symptom) {
    return Finding.error(
            "aws.credentials-unknown", "AWS does not know the access key or session token")
        .because("Deleted, of another partition, cut, or keys and session token do not go together")
        .fix(
            Fix.of("Sign in again, or take the keys anew from where they came")
                .withAws("aws sts get-caller-identity"))
        .confidence(Confidence.LIKELY);
  }
}
