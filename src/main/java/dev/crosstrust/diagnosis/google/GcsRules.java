package dev.crosstrust.diagnosis.google;

import dev.crosstrust.diagnosis.symptom.Rule;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What Cloud Storage answers.
 *
 * @see <a href="https://cloud.google.com/storage/docs/json_api/v1/status-codes">Status codes</a>
 */
public final class GcsRules {
  private static final String PAGE =
      "https://cloud.google.com/storage/docs/json_api/v1/status-codes";
  private static final Pattern ANONYMOUS = Pattern.compile("(?i)Anonymous \\w+ does not have");
  private static final Pattern UNIFORM =
      Pattern.compile(
          "(?i)(?:ACL|access control)\\b.*(?:uniform bucket-level access|Bucket Policy Only|object"
              + " policies are disabled)");
  private static final Pattern REQUESTER_PAYS =
      Pattern.compile("(?i)\\bis (?:a )?requester pays bucket but no user project");
  private static final Pattern OBJECT = Pattern.compile("No such object: (\\S.*)");

  public static final List<Rule> TABLE =
      List.of(
          new Rule(symptom -> symptom.find(ANONYMOUS).isPresent(), GcsRules::anonymous),
          new Rule(symptom -> symptom.find(UNIFORM).isPresent(), _ -> uniformAccess()),
          Rule.saying(
              "Permission denied while globbing file pattern", GcsDenialFindings::ofFilesBehind),
          new Rule(
              symptom ->
                  symptom.is("UserProjectMissing") || symptom.find(REQUESTER_PAYS).isPresent(),
              GcsRules::requesterPays),
          new Rule(
              symptom ->
                  symptom.says("The specified bucket does not exist")
                      && (symptom.is("notFound") || symptom.from("gcs")),
              GcsRules::noSuchBucket),
          new Rule(symptom -> symptom.find(OBJECT).isPresent(), GcsRules::noSuchObject),
          new Rule(symptom -> answered(symptom, 404), GcsRules::noSuchObject),
          new Rule(symptom -> answered(symptom, 401), GcsRules::tokenRefused),
          new Rule(
              symptom ->
                  (symptom.from("gcs") && symptom.is("AccessDenied"))
                      || GoogleDenialFindings.permission(symptom, "storage.").isPresent(),
              GcsDenialFindings::of));

  private GcsRules() {}

  private static boolean answered(Symptom symptom, int status) {
    return symptom.from("gcs") && Integer.valueOf(status).equals(symptom.status());
  }

  private static Finding anonymous(Symptom symptom) {
    boolean sent = symptom.sent().containsKey("authorization");
    return Finding.error("gcs.anonymous", "Cloud Storage saw nobody: the call had no access token")
        .because(
            sent
                ? "The request left with an Authorization header, and Cloud Storage did not see it"
                : "No Authorization header was sent, and not everybody may do this")
        .fix(
            sent
                ? Fix.of("See whether a proxy in between takes the header away")
                : Fix.of("Make the call with the credentials of a route, or sign in")
                    .withGcloud("gcloud auth login"))
        .source(PAGE);
  }

  private static Finding uniformAccess() {
    return Finding.error(
            "gcs.uniform-access-required",
            "The bucket has uniform access, and the call reads or sets an access list")
        .because(
            "With uniform bucket-level access only IAM counts: whatever names an ACL, a predefined"
                + " one too, is refused")
        .fix(
            Fix.of(
                "Leave the ACL out of the call (predefinedAcl, x-goog-acl, -a, public-read, acl"
                    + " resources of Terraform)"),
            new Fix(
                "Grant what the list was to grant as a role on the bucket",
                null,
                "gcloud storage buckets add-iam-policy-binding gs://BUCKET --member=MEMBER"
                    + " --role=roles/storage.objectViewer",
                null,
                Fix.Effect.WIDENS))
        .source("https://cloud.google.com/storage/docs/uniform-bucket-level-access");
  }

  private static Finding requesterPays(Symptom symptom) {
    String bucket = symptom.around().bucket().orElse("BUCKET");
    return Finding.error(
            "gcs.requester-pays", "The bucket lets its callers pay, and the call names no project")
        .because("Whoever asks must name a project to charge, in which he may use services")
        .fix(
            Fix.of("Name one that may be charged")
                .withGcloud(
                    Commands.of(
                        "gcloud storage ls", "gs://" + bucket, "--billing-project=PROJECT")),
            GoogleGrants.onProject(
                "PROJECT", "roles/serviceusage.serviceUsageConsumer", Grantee.of(symptom, null)))
        .source("https://cloud.google.com/storage/docs/requester-pays");
  }

  private static Finding noSuchBucket(Symptom symptom) {
    String named = symptom.around().bucket().map(bucket -> "gs://" + bucket).orElse("of this name");
    return Finding.error("gcs.no-such-bucket", "There is no bucket " + named)
        .because("The names of buckets are shared by all projects, and nobody has this one")
        .fix(
            Fix.of("Compare the name letter by letter with those of the project")
                .withGcloud("gcloud storage ls --project=PROJECT"))
        .source(PAGE);
  }

  private static Finding noSuchObject(Symptom symptom) {
    String object = symptom.find(OBJECT).map(match -> match.group(1)).orElse("of this name");
    return Finding.error("gcs.no-such-object", "There is no object " + object)
        .because("Who may not list a bucket (storage.objects.list) gets 403 here, not 404")
        .fix(Fix.of("List the prefix; names are case-sensitive"))
        .source(PAGE);
  }

  static Finding tokenRefused(Symptom symptom) {
    return Finding.error("google.access-token-refused", "Google does not accept the access token")
        .because(
            "It has ended (an hour after it was given, or with the token that it was traded for),"
                + " was cut, or its service account or pool was disabled since")
        .fix(
            Fix.of(
                symptom.pasted()
                    ? "Ask for a new one the way this one came: from gcloud, or by the exchange"
                    : "Run the route again: it asks for a new one"))
        .confidence(Confidence.LIKELY)
        .source(PAGE);
  }
}
