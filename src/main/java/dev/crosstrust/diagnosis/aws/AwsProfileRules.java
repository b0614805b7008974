package dev.crosstrust.diagnosis.aws;

import dev.crosstrust.diagnosis.symptom.Rule;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the AWS command line and SDKs say of the profiles on their machine.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">Shared config and
 *     credentials files</a>
 */
public final class AwsProfileRules {
  private static final String PAGE =
      "https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html";
  private static final String SSO_PAGE =
      "https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html";
  private static final String LOGIN_PAGE =
      "https://docs.aws.amazon.com/sdkref/latest/guide/feature-login-credentials.html";
  private static final Pattern PROFILE =
      Pattern.compile("(?i)(?:profile '|configured for '|config profile \\(|in the ')([^')]+)[')]");
  private static final Pattern CIRCLE = Pattern.compile("(?i)with profiles \\[([^\\]]+)\\]");
  private static final Pattern MODULE = Pattern.compile("(?i)the '(\\w+)' service module");

  public static final List<Rule> TABLE =
      List.of(
          Rule.saying("Circular relationship detected", AwsProfileRules::loop),
          Rule.saying("Infinite loop in credential configuration", AwsProfileRules::loop),
          Rule.saying("The SSO session associated with this profile has expired", _ -> sso()),
          Rule.saying("Error loading SSO Token:", _ -> sso()),
          Rule.saying("Token has expired and refresh failed", _ -> sso()),
          Rule.saying("Token cache file for login_session", _ -> login()),
          Rule.saying("Command returned non-zero exit value", _ -> command()),
          Rule.saying("Error when retrieving credentials from custom-process", _ -> command()),
          Rule.saying("service module must be on the class path", AwsProfileRules::module),
          Rule.saying("IMDS credentials have been disabled", _ -> nothingLeft()),
          Rule.saying("Unable to locate credentials. You can configure", _ -> nothingLeft()),
          Rule.saying("Invalid profile file:", AwsProfileRules::incomplete),
          Rule.saying("Profile property 'aws_", AwsProfileRules::incomplete),
          Rule.saying("Partial credentials found in", AwsProfileRules::incomplete),
          Rule.saying("Profile file contained no credentials", AwsProfileRules::incomplete),
          Rule.saying("The config profile (", AwsProfileRules::missing),
          Rule.saying("an AWS region is required", _ -> noRegion()),
          Rule.saying("You must specify a region", _ -> noRegion()),
          Rule.saying("Missing region in config", _ -> noRegion()),
          Rule.saying("Unable to load region from any", _ -> noRegion()));

  private AwsProfileRules() {}

  private static String profile(Symptom symptom) {
    return symptom.find(PROFILE).map(match -> match.group(1)).orElse("PROFILE");
  }

  private static Finding incomplete(Symptom symptom) {
    return error("aws.profile-incomplete", "A profile does not say all that is needed")
        .because(
            "A key needs its secret, a role exactly one of source_profile and credential_source;"
                + " keys in the credentials file win over those in config")
        .fix(
            Fix.of("See what the profile has and lacks with `crosstrust identities`"),
            Fix.of("See where each value comes from")
                .withAws(Commands.of("aws configure list", "--profile", profile(symptom))));
  }

  private static Finding missing(Symptom symptom) {
    return error("aws.profile-incomplete", "There is no profile of the name " + profile(symptom))
        .because("In config a section is [profile NAME], in credentials it is [NAME]")
        .fix(
            Fix.of("Correct AWS_PROFILE or --profile, or write that profile")
                .withAws("aws configure list-profiles"));
  }

  private static Finding noRegion() {
    return error("aws.profile-incomplete", "No region is set, and this call needs one")
        .because("It is read from AWS_REGION, from region in the profile, then from the instance")
        .fix(
            Fix.of("Set one in the environment (AWS_REGION) or in the profile")
                .withAws("aws configure set region REGION --profile PROFILE"));
  }

  private static Finding nothingLeft() {
    return error("aws.profile-incomplete", "No credentials of AWS were found on the machine")
        .because("Environment, profiles and the instance were asked in turn, and had none")
        .fix(
            Fix.of("Name a profile that has credentials (AWS_PROFILE), or sign in")
                .withAws("aws configure list"));
  }

  private static Finding loop(Symptom symptom) {
    String circle = symptom.find(CIRCLE).map(match -> ": " + match.group(1)).orElse("");
    return error("aws.profile-loop", "The source_profile settings go in a circle" + circle)
        .fix(Fix.of("Let the last source_profile name a profile with credentials of its own"));
  }

  private static Finding sso() {
    return Finding.error(
            "aws.profile-sso-expired", "The sign-in to IAM Identity Center has expired")
        .fix(Fix.of("Sign in again").withAws("aws sso login --profile PROFILE"))
        .source(SSO_PAGE);
  }

  private static Finding login() {
    return Finding.error(
            "aws.profile-login-expired", "The sign-in by aws login is over, or was never made here")
        .fix(Fix.of("Sign in again").withAws("aws login --profile PROFILE"))
        .source(LOGIN_PAGE);
  }

  private static Finding command() {
    return Finding.error(
            "aws.profile-runs-command",
            "The program that the profile gets its keys from has failed")
        .because("What it said of itself stands at the end of the text")
        .fix(Fix.of("Run the command behind credential_process by hand and read what it says"))
        .source(PAGE);
  }

  private static Finding module(Symptom symptom) {
    String module = symptom.find(MODULE).map(match -> match.group(1)).orElse("MODULE");
    return error(
            "aws.sdk-module-missing",
            "The program was built without the part of the AWS SDK that this profile needs: "
                + module)
        .because("The SDK for Java looks for it by name when the profile is used, not before")
        .fix(
            Fix.of("Add software.amazon.awssdk:%s to the program".formatted(module)),
            Fix.of("Or give it a profile of another kind"))
        .confidence(Confidence.CERTAIN);
  }

  private static Finding error(String id, String title) {
    return Finding.error(id, title).source(PAGE);
  }
}
