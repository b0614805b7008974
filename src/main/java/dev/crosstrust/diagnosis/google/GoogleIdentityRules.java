package dev.crosstrust.diagnosis.google;

import dev.crosstrust.diagnosis.symptom.Rule;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.List;

/**
 * What gcloud and Google's libraries say of the identities on their machine.
 *
 * @see <a href="https://cloud.google.com/sdk/gcloud/reference/auth/print-identity-token">gcloud
 *     auth print-identity-token</a>
 */
public final class GoogleIdentityRules {
  private static final String TOKEN_PAGE =
      "https://cloud.google.com/sdk/gcloud/reference/auth/print-identity-token";
  private static final String ADC_PAGE =
      "https://cloud.google.com/docs/authentication/external/set-up-adc";

  public static final List<Rule> TABLE =
      List.of(
          new Rule(
              symptom -> symptom.says("Invalid account type for") && symptom.says("--audiences"),
              _ -> fixedAudience()),
          Rule.saying("Invalid account type for", _ -> option()),
          Rule.saying("No identity token can be obtained", _ -> federation()),
          Rule.saying("You do not currently have an active account", _ -> nobody()),
          Rule.saying("does not have any valid credentials", _ -> GoogleRules.signIn()),
          Rule.saying("There was a problem refreshing your", GoogleIdentityRules::refresh),
          Rule.saying("Reauthentication ", _ -> GoogleRules.reauth()),
          Rule.saying("reauth related error", _ -> GoogleRules.reauth()),
          new Rule(
              symptom -> symptom.says("Failed to impersonate [") && !symptom.says("OpenIdToken"),
              GoogleRules::impersonation),
          Rule.saying("Your default credentials were not found", _ -> adc()),
          Rule.saying("could not find default credentials", _ -> adc()),
          Rule.saying("Could not load the default credentials", _ -> adc()),
          Rule.saying("Could not automatically determine credentials", _ -> adc()),
          Rule.saying("can obtain an id token only when", _ -> olderSignIn()));

  private GoogleIdentityRules() {}

  private static Finding fixedAudience() {
    return Finding.error(
            "google.user-audience-fixed", "A user's ID token has one audience only, gcloud's own")
        .because("The audience can be chosen for service accounts")
        .fix(
            Fix.of("Act as a service account, by the option and not by the property")
                .withGcloud(
                    "gcloud auth print-identity-token --impersonate-service-account=EMAIL"
                        + " --audiences=AUDIENCE"))
        .source(TOKEN_PAGE);
  }

  private static Finding option() {
    return Finding.error(
            "google.option-not-for-account",
            "gcloud has this option for another kind of account than the active one")
        .because(
            "--include-email goes with --impersonate-service-account; --token-format and"
                + " --include-license go with the account of a virtual machine")
        .fix(
            Fix.of("Leave the option out, or act as a service account")
                .withGcloud(
                    "gcloud auth print-identity-token --impersonate-service-account=EMAIL"
                        + " --audiences=AUDIENCE --include-email"))
        .source(TOKEN_PAGE);
  }

  private static Finding federation() {
    return Finding.error(
            "google.no-id-token-from-federation",
            "An identity from another cloud or directory gets no ID token of Google directly")
        .fix(
            Fix.of("Have the ID token of a service account that this identity may act as")
                .withGcloud(
                    "gcloud auth print-identity-token --impersonate-service-account=EMAIL"
                        + " --audiences=AUDIENCE"))
        .source(TOKEN_PAGE);
  }

  private static Finding nobody() {
    return Finding.error("google.not-signed-in", "gcloud has no active account")
        .fix(
            Fix.of("Choose one that is signed in").withGcloud("gcloud config set account ACCOUNT"),
            Fix.of("Or sign in").withGcloud("gcloud auth login"))
        .source("https://cloud.google.com/sdk/docs/authorizing");
  }

  /** What the problem was comes after it, and may be an answer with a finding of its own. */
  private static Finding refresh(Symptom symptom) {
    return symptom.says("rapt")
        ? GoogleRules.reauth()
        : GoogleRules.signIn().confidence(Confidence.POSSIBLE);
  }

  private static Finding adc() {
    return Finding.error(
            "google.adc-missing", "There are no Application Default Credentials on the machine")
        .because(
            "Neither GOOGLE_APPLICATION_CREDENTIALS nor gcloud's own file nor a metadata server"
                + " gave any; gcloud's accounts are not used for this")
        .fix(Fix.of("Make them").withGcloud("gcloud auth application-default login"))
        .source(ADC_PAGE);
  }

  private static Finding olderSignIn() {
    return Finding.error(
            "google.not-signed-in", "The stored sign-in is of a kind that gives no ID token")
        .because("It was made without the scope for ID tokens, or by another program than gcloud")
        .fix(Fix.of("Sign in anew").withGcloud("gcloud auth application-default login"))
        .confidence(Confidence.LIKELY)
        .source(ADC_PAGE);
  }
}
