package dev.crosstrust.diagnosis.google;

import dev.crosstrust.denial.Denial;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.google.Grant;
import dev.crosstrust.trust.google.IamPolicy;
import dev.crosstrust.trust.google.PolicyResource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a refusal of Cloud Storage means, as far as the rest of the run tells.
 *
 * @see <a href="https://cloud.google.com/storage/docs/access-control/iam-permissions">IAM
 *     permissions for Cloud Storage</a>
 */
final class GcsDenialFindings {
  private static final String LIST = "storage.objects.list";
  private static final String FEDERATED = "Caller";
  private static final String CONDITIONS =
      "https://cloud.google.com/storage/docs/access-control/iam#conditions";

  private static final Pattern BUCKET_NAME = Pattern.compile("[a-z0-9._-]+");

  private GcsDenialFindings() {}

  static Finding of(Symptom symptom) {
    Denial denial = GoogleDenialFindings.permission(symptom, "storage.").orElse(Denial.BARE);
    boolean lists = LIST.equals(denial.permission());
    return lists && !symptom.around().objectsHad().isEmpty()
        ? listUnderCondition(denial, symptom)
        : denied(denial, symptom);
  }

  /** A table of BigQuery may be files, which are read with the rights of who asks. */
  static Finding ofFilesBehind(Symptom symptom) {
    return GoogleDenialFindings.permission(symptom, "storage.").isPresent()
        ? of(symptom)
        : GoogleDenialFindings.refused(
                "gcs.denied",
                Denial.BARE.completed(null, null, LIST, null),
                "the files behind the table",
                symptom)
            .fix(
                GoogleGrants.onBucket("BUCKET", GoogleGrants.role(LIST), Grantee.of(symptom, null)),
                Fix.of("See which files the table is made of")
                    .withGcloud("bq show --format=prettyjson PROJECT:DATASET.TABLE"))
            .confidence(Confidence.LIKELY);
  }

  private static Finding denied(Denial denial, Symptom symptom) {
    String permission = String.valueOf(denial.permission());
    Grantee to = Grantee.of(symptom, denial.principal());
    String role = GoogleGrants.role(denial.permission());
    String bucket = symptom.around().bucket().orElse("BUCKET");
    List<Fix> fixes = new ArrayList<>();
    fixes.add(
        permission.equals("storage.buckets.list")
            ? GoogleGrants.onProject("PROJECT", role, to)
            : GoogleGrants.onBucket(bucket, role, to));
    fixes.add(
        Fix.of("Compare the name of the bucket letter by letter; ask somebody who may see it")
            .withGcloud(Commands.of("gcloud storage buckets describe", "gs://" + bucket)));
    if (FEDERATED.equals(denial.principal())) {
      fixes.add(
          Fix.of(
                  "See that the bucket has uniform access: federated identities are turned away"
                      + " from buckets with lists on single objects, in the same words")
              .withGcloud(
                  Commands.of(
                      "gcloud storage buckets describe",
                      "gs://" + bucket,
                      "--format=value(uniform_bucket_level_access)")));
    }
    fixes.add(GoogleDenialFindings.otherPolicies());
    Finding finding =
        GoogleDenialFindings.refused("gcs.denied", denial, resource(denial, symptom), symptom)
            .fix(fixes.toArray(Fix[]::new));
    return permission.equals(LIST)
        ? finding.because(
            Stream.concat(
                    finding.because().stream(),
                    Stream.of(
                        "Possibly a grant is there and has a condition on the names of objects:"
                            + " such a grant never lets the bucket be listed"))
                .toArray(String[]::new))
        : finding;
  }

  private static String resource(Denial denial, Symptom symptom) {
    String bucket = symptom.around().bucket().map(name -> "bucket " + name).orElse("the resource");
    return denial.resource() == null ? bucket : denial.resource();
  }

  private static Finding listUnderCondition(Denial denial, Symptom symptom) {
    String bucket = symptom.around().bucket().orElse("BUCKET");
    String passed =
        symptom.around().objectsHad().stream()
            .map(Leg::name)
            .distinct()
            .collect(Collectors.joining(", "));
    Grantee to = Grantee.of(symptom, denial.principal());
    String expression = "resource.name == \"projects/_/buckets/%s\"".formatted(inCondition(bucket));
    return Finding.error(
            "gcs.denied-list-under-object-condition",
            "Objects of bucket %s may be used, and the bucket may not be listed".formatted(bucket))
        .because(
            "In the same run %s went through in this bucket: it is there, and a grant is heeded"
                .formatted(passed),
            "storage.objects.list is asked of the bucket: a condition on …/objects/ is false for"
                + " it; a role without storage.objects.list (objectCreator) looks the same")
        .fix(
            Fix.of("If this is meant, leave it: start at the name of an object"),
            new Grant(
                    GoogleGrants.role(LIST),
                    to.member(),
                    new IamPolicy.Condition(expression, "list", null))
                .fix(
                    "Else grant a role with %s on the bucket under a condition on its own name%s"
                        .formatted(LIST, to.note()),
                    new PolicyResource.Bucket(bucket)))
        .confidence(Confidence.LIKELY)
        .source(CONDITIONS);
  }

  /** What cannot be a bucket's name could end the text that it stands in. */
  private static String inCondition(String bucket) {
    return BUCKET_NAME.matcher(bucket).matches() ? bucket : "BUCKET";
  }
}
