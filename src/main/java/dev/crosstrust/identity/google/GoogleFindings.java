package dev.crosstrust.identity.google;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.nio.file.Path;
import java.util.List;

/** What can be wrong with a Google identity on this machine, in words. */
final class GoogleFindings {
  private static final String LOGIN = "gcloud auth login";

  private GoogleFindings() {}

  static Finding noAccount(Path configuration, String name) {
    return Finding.error(
            "google.not-signed-in", "The configuration %s has no account.".formatted(name))
        .because("core/account is set neither in %s nor by a variable".formatted(configuration))
        .fix(
            Fix.of("Sign in.").withGcloud(LOGIN + " --configuration=" + name),
            Fix.of("Or use a key of a service account.")
                .withGcloud(
                    "gcloud config set auth/credential_file_override KEY_FILE --configuration="
                        + name));
  }

  static Finding noCredentials(String account, Path looked) {
    return Finding.error(
            "google.not-signed-in", "No credentials for %s are here.".formatted(account))
        .because("%s does not exist; gcloud writes it when an account signs in".formatted(looked))
        .fix(Fix.of("Sign in.").withGcloud(LOGIN + " " + account))
        .confidence(Confidence.LIKELY);
  }

  static Finding configurationMissing(String name, Path file) {
    return Finding.error(
            "google.configuration-missing",
            "The active configuration %s does not exist.".formatted(name))
        .because("there is no " + file)
        .fix(
            Fix.of("Activate one that exists.")
                .withGcloud("gcloud config configurations activate NAME"));
  }

  static Finding applicationDefaultMissing(Path file, boolean byVariable) {
    return Finding.error(
            "google.adc-missing", "There are no Application Default Credentials on this machine.")
        .because(
            byVariable
                ? "GOOGLE_APPLICATION_CREDENTIALS names %s, which does not exist".formatted(file)
                : "GOOGLE_APPLICATION_CREDENTIALS is not set, and there is no " + file)
        .fix(
            byVariable
                ? Fix.of("Correct or unset GOOGLE_APPLICATION_CREDENTIALS.")
                : Fix.of("Make them; signing in to gcloud does not.")
                    .withGcloud("gcloud auth application-default login"))
        .source("https://cloud.google.com/docs/authentication/external/set-up-adc");
  }

  static Finding unusable(UnusableFileException problem) {
    String id =
        problem.isMissing()
            ? "google.credential-file-missing"
            : "google.credential-file-unreadable";
    String message = String.valueOf(problem.getMessage());
    return Finding.error(id, message + ".")
        .fix(Fix.of("Make the file anew, or correct the setting that names it."));
  }

  static Finding impersonationIgnored(List<String> chain, String setBy) {
    return Finding.warning(
            "google.impersonation-property-ignored",
            "gcloud auth print-identity-token ignores the impersonation that is set here.")
        .because(
            "auth/impersonate_service_account is %s, set by %s"
                .formatted(String.join(",", chain), setBy),
            "print-identity-token heeds only the flag, and would print a token of the account"
                + " itself; Crosstrust heeds the property")
        .fix(
            Fix.of("With gcloud, give the flag.")
                .withGcloud(
                    "gcloud auth print-identity-token --impersonate-service-account="
                        + String.join(",", chain)));
  }

  static Finding audienceFixed(String audience) {
    return Finding.warning(
            "google.user-audience-fixed", "A user's ID token has one audience only: " + audience)
        .because("it comes with the refresh of the user's sign-in, which names no audience")
        .fix(Fix.of("For another audience, impersonate a service account."));
  }

  static Finding noIdToken(String because) {
    return Finding.warning(
            "google.no-id-token-from-federation", "No ID token can be had from it directly.")
        .because(because)
        .fix(Fix.of("Exchange it for an access token, and impersonate a service account with it."))
        .source("https://cloud.google.com/docs/authentication/get-id-token");
  }

  static Finding downloadedKey(GoogleSource.ServiceAccountKey key) {
    return Finding.info(
            "fossil.service-account-key", "A downloaded key of a service account is in use.")
        .because("%s holds a key of %s, which does not expire".formatted(key.place(), key.email()))
        .fix(Fix.of("Impersonate the service account instead, and delete the key."))
        .source(
            "https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys");
  }

  static Finding unknownType(GoogleSource.UnknownType unknown) {
    return Finding.error(
            "google.credential-type-unknown",
            "The type of these credentials is not known: " + unknown.type())
        .because("\"type\" in " + unknown.place());
  }
}
