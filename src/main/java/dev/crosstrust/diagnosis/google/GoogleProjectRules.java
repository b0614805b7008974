package dev.crosstrust.diagnosis.google;

import dev.crosstrust.diagnosis.symptom.Rule;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.GcloudProject;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What Google asks about before it looks for a grant: the perimeter around the project, the project
 * that pays, whether the API is switched on, and the scope of the token. All of them are 403 too.
 */
public final class GoogleProjectRules {
  private static final Pattern PERIMETER =
      Pattern.compile(
          "(?i)prohibited by organization's policy|violates VPC Service Controls"
              + "|vpcServiceControlsUniqueIdentifier");
  private static final Pattern VIOLATION =
      Pattern.compile("vpcServiceControlsUniqueIdentifier: ?([\\w-]+)");
  private static final String USE = "serviceusage.services.use";
  private static final Pattern CHARGED = Pattern.compile("permission to use project (\\S+?)\\.? ");
  private static final Pattern SERVICE = Pattern.compile("/apis/api/([a-z0-9.]+)/");
  private static final Pattern PROJECT = Pattern.compile("in project (\\S+) before");

  public static final List<Rule> TABLE =
      List.of(
          new Rule(
              symptom ->
                  symptom.is("vpcServiceControls")
                      || reason(symptom, "SECURITY_POLICY_VIOLATED")
                      || reason(symptom, "vpcServiceControls")
                      || symptom.find(PERIMETER).isPresent(),
              GoogleProjectRules::perimeter),
          new Rule(
              symptom ->
                  reason(symptom, "USER_PROJECT_DENIED")
                      || symptom.says("required permission to use project")
                      || symptom.says("User project specified in the request is invalid")
                      || GoogleDenialFindings.permission(symptom, USE).isPresent(),
              GoogleProjectRules::quotaProject),
          new Rule(
              symptom ->
                  symptom.says("requires a quota project, which is not set")
                      || symptom.says("Your application has authenticated using end user"),
              _ -> quotaProjectMissing()),
          new Rule(
              symptom ->
                  reason(symptom, "SERVICE_DISABLED")
                      || symptom.says("has not been used in")
                      || symptom.says("Access Not Configured"),
              GoogleProjectRules::apiDisabled),
          new Rule(
              symptom ->
                  reason(symptom, "ACCESS_TOKEN_SCOPE_INSUFFICIENT")
                      || reason(symptom, "insufficientPermissions")
                      || symptom.says("insufficient authentication scopes")
                      || symptom.says("Provided scope(s) are not authorized"),
              _ -> scope()));

  private GoogleProjectRules() {}

  private static boolean reason(Symptom symptom, String reason) {
    return reason.equals(symptom.fields().get("reason"));
  }

  private static Finding perimeter(Symptom symptom) {
    String id = symptom.find(VIOLATION).map(match -> match.group(1)).orElse("ID");
    return Finding.error(
            "google.vpc-service-controls",
            "A service perimeter (VPC Service Controls) keeps this out")
        .because(
            "The project is inside a perimeter, and this call comes from outside it or leads out"
                + " of it: no grant of IAM changes that",
            "Google names the violation %s".formatted(id))
        .fix(
            Fix.of(
                    "Have who keeps the perimeter look the violation up; an ingress rule can admit"
                        + " this identity and this service")
                .withGcloud(
                    Commands.of(
                        "gcloud logging read",
                        "protoPayload.metadata.vpcServiceControlsUniqueId=\"%s\"".formatted(id),
                        "--project=PROJECT")))
        .source("https://cloud.google.com/vpc-service-controls/docs/troubleshooting");
  }

  private static Finding quotaProject(Symptom symptom) {
    boolean said = symptom.find(CHARGED).isPresent();
    String project = symptom.find(CHARGED).map(match -> match.group(1)).orElse("PROJECT");
    Grantee to = Grantee.of(symptom, null);
    Finding finding =
        Finding.error(
                "google.quota-project-denied",
                "The identity may not use the project that the call is charged to")
            .because(
                said
                    ? "serviceusage.services.use is missing in project %s".formatted(project)
                    : "The project does not exist, or the identity lacks"
                        + " serviceusage.services.use in it")
            .fix(
                Fix.of(
                    "Leave the quota project out (x-goog-user-project, userProject,"
                        + " --billing-project, quota_project_id) where nothing needs it"),
                GoogleGrants.onProject(project, "roles/serviceusage.serviceUsageConsumer", to))
            .source("https://cloud.google.com/docs/quotas/set-quota-project");
    return said ? finding : finding.confidence(Confidence.LIKELY);
  }

  private static Finding quotaProjectMissing() {
    return Finding.error(
            "google.quota-project-missing",
            "The call names no project to be counted against, and this API wants one")
        .because(
            "A user's Application Default Credentials are counted against gcloud's own project,"
                + " where this API is not enabled")
        .fix(
            Fix.of("Name a project for them")
                .withGcloud("gcloud auth application-default set-quota-project PROJECT"),
            Fix.of("In Terraform: billing_project and user_project_override = true"),
            Fix.of("Or ask as a service account, which is counted against its own project"))
        .source("https://cloud.google.com/docs/quotas/set-quota-project");
  }

  private static Finding apiDisabled(Symptom symptom) {
    String service =
        symptom.find(SERVICE).map((MatchResult match) -> match.group(1)).orElse("SERVICE");
    String api = symptom.fields().getOrDefault("service", service);
    String project = symptom.find(PROJECT).map(match -> match.group(1)).orElse("PROJECT");
    return Finding.error(
            "google.api-disabled", "%s is not enabled in project %s".formatted(api, project))
        .fix(
            Fix.of("Enable it, then wait a few minutes")
                .withGcloud(GcloudProject.command(project, "gcloud services enable", api)))
        .source("https://cloud.google.com/service-usage/docs/enable-disable");
  }

  private static Finding scope() {
    return Finding.error("google.scope-insufficient", "The access token's scopes are too narrow")
        .because("A token can do less than its identity: what its scopes leave out is refused")
        .fix(Fix.of("Ask for https://www.googleapis.com/auth/cloud-platform"))
        .source("https://developers.google.com/identity/protocols/oauth2/scopes");
  }
}
