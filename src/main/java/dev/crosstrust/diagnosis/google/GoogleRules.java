package dev.crosstrust.diagnosis.google;

import dev.crosstrust.diagnosis.symptom.Rule;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What Google answers to signing in and to asking for a service account's token. */
public final class GoogleRules {
  private static final String IMPERSONATION =
      "https://cloud.google.com/iam/docs/service-account-impersonation";
  private static final Pattern EMAIL = Pattern.compile("for email (\\S+?)\\.?(?:\\s|$)");

  public static final List<Rule> TABLE =
      List.of(
          Rule.saying("iam.serviceAccounts.getAccessToken", GoogleRules::impersonation),
          Rule.saying(
              "iam.serviceAccounts.getOpenIdToken",
              symptom ->
                  impersonation(
                      "google.id-token-denied",
                      "The identity may not have ID tokens of this service account",
                      "roles/iam.serviceAccountOpenIdTokenCreator",
                      symptom)),
          Rule.saying("Gaia id not found for email", GoogleRules::missingAccount),
          new Rule(
              symptom ->
                  symptom.says("lifetimes of more than 1 hour")
                      || symptom.says("lifetime cannot exceed"),
              _ ->
                  Finding.error(
                          "google.lifetime-too-long",
                          "The service account's token was asked for longer than allowed")
                      .fix(Fix.of("Ask for 3600 seconds or less; else compare the clocks"))),
          Rule.saying("Lifetime of access token must be larger", _ -> noLifetime()),
          Rule.saying("Expected OAuth 2 access token", GoogleRules::unsupported),
          new Rule(GoogleRules::wantsReauth, _ -> reauth()),
          Rule.on(_ -> signIn().confidence(Confidence.LIKELY), "invalid_grant"),
          Rule.on(_ -> signIn().confidence(Confidence.LIKELY), "UNAUTHENTICATED", "authError"),
          Rule.on(
              _ ->
                  Finding.error("google.throttled", "Google was asked too often")
                      .fix(Fix.of("Wait a minute, then run again")),
              "RESOURCE_EXHAUSTED",
              "rateLimitExceeded"),
          new Rule(
              symptom -> GoogleDenialFindings.permission(symptom, "").isPresent(),
              GoogleDenialFindings::denied),
          Rule.saying("The caller does not have permission", GoogleDenialFindings::unnamed),
          Rule.saying("User not authorized to perform this action", GoogleDenialFindings::unnamed),
          Rule.saying("Permission denied on resource project", GoogleDenialFindings::unnamed));

  private GoogleRules() {}

  private static boolean wantsReauth(Symptom symptom) {
    String subtype = Objects.requireNonNullElse(symptom.fields().get("error_subtype"), "");
    return symptom.is("invalid_grant") && (subtype.contains("rapt") || symptom.says("rapt"));
  }

  /** That the organisation wants people to sign in anew. */
  public static Finding reauth() {
    return Finding.error(
            "google.reauth-needed", "The organisation wants this user to sign in again by hand")
        .fix(Fix.of("Sign in again").withGcloud("gcloud auth login"));
  }

  /** That the stored sign-in no longer counts. */
  public static Finding signIn() {
    return Finding.error(
            "google.not-signed-in", "Google does not accept this identity's stored credentials")
        .because("They were revoked, have expired, or their account or key was deleted")
        .fix(
            Fix.of("Sign in again (a user)").withGcloud("gcloud auth login"),
            Fix.of("See whether the key still exists (a service account)")
                .withGcloud("gcloud iam service-accounts keys list --iam-account=EMAIL"));
  }

  /** Identities of a pool have a role of their own for it. */
  static Finding impersonation(Symptom symptom) {
    boolean federated =
        symptom.around().principal().filter(it -> it.startsWith("principal")).isPresent();
    return impersonation(
        "google.impersonation-denied",
        "The identity may not act as this service account",
        federated ? "roles/iam.workloadIdentityUser" : "roles/iam.serviceAccountTokenCreator",
        symptom);
  }

  private static Finding impersonation(String id, String title, String role, Symptom symptom) {
    return Finding.error(id, title)
        .because("Google says the same where the service account does not exist")
        .fix(
            GoogleGrants.onServiceAccount(
                symptom.around().serviceAccount().orElse("EMAIL"), role, Grantee.of(symptom, null)),
            Fix.of("A new grant takes some minutes to be heeded"))
        .confidence(Confidence.LIKELY)
        .source(IMPERSONATION);
  }

  private static Finding noLifetime() {
    return Finding.error(
            "google.lifetime-too-long", "The service account's token was asked for no time at all")
        .fix(Fix.of("Ask for 1 to 3600 seconds, with an s behind: 3600s"))
        .source(IMPERSONATION);
  }

  /** A token that has ended gets the same sentence, except where the run shows a new one. */
  private static Finding unsupported(Symptom symptom) {
    if (!symptom.around().mayBeFederated()) {
      return signIn().confidence(Confidence.LIKELY);
    }
    return Finding.error(
            "google.federated-token-unsupported",
            "The service does not take a federated access token, or this one has ended")
        .because(
            "Some services know accounts of Google only, and answer an identity from another cloud"
                + " as if its token were none; one that has ended gets the same words")
        .fix(
            Fix.of("Act as a service account after the exchange: impersonate in the route"),
            Fix.of("Run again, so that the token is a new one"))
        .confidence(Confidence.POSSIBLE)
        .source("https://cloud.google.com/iam/docs/federated-identity-supported-services");
  }

  private static Finding missingAccount(Symptom symptom) {
    String email = symptom.find(EMAIL).map(match -> match.group(1)).orElse("this address");
    return Finding.error(
            "google.service-account-missing", "There is no service account %s".formatted(email))
        .because("Mistyped, of another project, or deleted")
        .fix(
            Fix.of("List the project's service accounts")
                .withGcloud("gcloud iam service-accounts list --project=PROJECT"))
        .source(IMPERSONATION);
  }
}
