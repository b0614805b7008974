package dev.crosstrust.identity.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.List;

/** What can be wrong with a profile, in words. */
final class ProfileFindings {
  private static final String FORMAT =
      "https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html";

  private ProfileFindings() {}

  static Finding incomplete(AwsProfile profile, String what) {
    return Finding.error("aws.profile-incomplete", "Profile %s: %s".formatted(profile.name(), what))
        .because(profile.place());
  }

  static Finding missing(String sentence) {
    return Finding.error("aws.profile-incomplete", sentence)
        .fix(Fix.of("Correct AWS_PROFILE, or write that profile."));
  }

  static Finding incompleteEnvironment(String what) {
    return Finding.error("aws.profile-incomplete", "The environment: " + what);
  }

  static Finding settingsOnly(String profile) {
    return Finding.info(
        "aws.profile-incomplete",
        "Profile %s has settings only, no credentials".formatted(profile));
  }

  static Finding loop(AwsProfile profile, List<String> visited) {
    return Finding.error(
            "aws.profile-loop",
            "The source_profile settings go in a circle: " + String.join(" → ", visited))
        .because(profile.place())
        .fix(Fix.of("Let the last source_profile name a profile that has credentials of its own."));
  }

  static Finding dropped(SectionHeader header) {
    return Finding.error(
            "aws.profile-section-dropped",
            "The section [%s] is not read".formatted(header.written()))
        .because(header.place(), String.valueOf(header.dropped()))
        .fix(Fix.of("Rename the section as said above."))
        .source(FORMAT);
  }

  static Finding broken(String problem) {
    return Finding.error("aws.profile-file-broken", "A file of profiles cannot be read")
        .because(problem)
        .fix(Fix.of("Mend that line: until then none of the file's profiles can be used."))
        .source(FORMAT);
  }

  static Finding mfaIgnored(AwsProfile profile) {
    return Finding.warning(
            "aws.profile-mfa-ignored",
            "Profile %s names an MFA device, which no SDK asks for".formatted(profile.name()))
        .because(
            profile.place() + ": mfa_serial",
            "The role is asked for without a code; a role that demands MFA refuses that.")
        .fix(
            Fix.of("Get session credentials with a code first and use those as the source.")
                .withAws(
                    "aws sts get-session-token --serial-number %s --token-code CODE"
                        .formatted(profile.setting("mfa_serial").orElse("DEVICE"))));
  }

  static Finding ssoExpired(Means.SingleSignOn sso, String why) {
    return Finding.error("aws.profile-sso-expired", "The sign-in to IAM Identity Center " + why)
        .fix(Fix.of("Sign in again.").withAws("aws sso login --profile " + sso.profile()));
  }

  static Finding loginExpired(Means.Login login, String why) {
    return Finding.error("aws.profile-login-expired", "The sign-in by aws login " + why)
        .fix(Fix.of("Sign in again.").withAws("aws login --profile " + login.profile()));
  }

  static Finding runsCommand(Means.Program program) {
    return Finding.info(
            "aws.profile-runs-command",
            "Profile %s gets its credentials from a program, which is run with consent only"
                .formatted(program.profile()))
        .because("credential_process = " + program.command());
  }

  static Finding endpointLeaks(Means.AssumedRole role, String endpoint) {
    return Finding.warning(
            "aws.profile-endpoint-leaks",
            "Some SDKs would ask %s for the role of profile %s".formatted(endpoint, role.profile()))
        .because(
            "[default] has endpoint_url = " + endpoint,
            "Neither profile %s nor its source sets one; the Java SDK then takes that of [default]."
                .formatted(role.profile()))
        .fix(Fix.of("Move endpoint_url out of [default] into the profile that is meant."));
  }
}
