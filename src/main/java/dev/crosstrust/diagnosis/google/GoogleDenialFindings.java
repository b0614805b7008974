package dev.crosstrust.diagnosis.google;

import static java.util.Objects.requireNonNullElse;

import dev.crosstrust.denial.Denial;
import dev.crosstrust.denial.GoogleDenials;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is the same in all refusals of Google's IAM.
 *
 * @see <a href="https://cloud.google.com/iam/docs/permission-error-messages">Permission error
 *     messages</a>
 */
final class GoogleDenialFindings {
  static final String PAGE = "https://cloud.google.com/iam/docs/permission-error-messages";
  static final String FOUR_CAUSES =
      "Google says \"(or it may not exist)\" of four things alike: no grant has this permission, a"
          + " deny policy takes it away, a principal access boundary does, or the resource is not"
          + " there";

  private GoogleDenialFindings() {}

  /**
   * The refusal of a permission, where an answer tells one.
   *
   * @param beginning of its name, for example {@code storage.}
   */
  static Optional<Denial> permission(Symptom symptom, String beginning) {
    return GoogleDenials.in(symptom.message()).stream()
        .filter(denial -> denial.permission() != null)
        .filter(denial -> String.valueOf(denial.permission()).startsWith(beginning))
        .findFirst();
  }

  /** Of an API that has no findings of its own. */
  static Finding denied(Symptom symptom) {
    Denial denial = permission(symptom, "").orElse(Denial.BARE);
    String resource = requireNonNullElse(denial.resource(), "the resource");
    return refused("google.denied", denial, resource, symptom)
        .fix(
            GoogleGrants.anywhere(
                String.valueOf(denial.permission()), Grantee.of(symptom, denial.principal())),
            otherPolicies());
  }

  /** By a service that does not say which permission it was. */
  static Finding unnamed(Symptom symptom) {
    return Finding.error(
            "google.denied", "Google refused, and does not say which permission is missing")
        .because("The service says no more than that the caller lacks one, on what was asked for")
        .fix(
            Fix.of("See in the audit log which permission was asked about (authorizationInfo)")
                .withGcloud(
                    "gcloud logging read 'protoPayload.status.code=7' --project=PROJECT"
                        + " --limit=10"))
        .confidence(Confidence.POSSIBLE)
        .source(PAGE);
  }

  /** The finding but for its fixes. */
  static Finding refused(String id, Denial denial, String resource, Symptom symptom) {
    String permission = requireNonNullElse(denial.permission(), "access");
    Finding finding =
        Finding.error(id, "%s on %s is refused".formatted(permission, resource))
            .because(because(denial, symptom).toArray(String[]::new))
            .source(PAGE);
    return denial.mayNotExist() ? finding.confidence(Confidence.LIKELY) : finding;
  }

  private static List<String> because(Denial denial, Symptom symptom) {
    List<String> lines = new ArrayList<>();
    String named = requireNonNullElse(denial.principal(), "");
    if (named.contains("@")) {
      lines.add("Asked as " + named);
    } else {
      symptom.around().principal().ifPresent(principal -> lines.add("Asked as " + principal));
    }
    if (denial.mayNotExist()) {
      lines.add(FOUR_CAUSES);
    }
    return lines;
  }

  /** What a grant does not help against. */
  static Fix otherPolicies() {
    return Fix.of(
            "If there is such a grant, look for deny policies and principal access boundaries; a"
                + " new grant is heeded after two minutes or so, at times seven and more")
        .withGcloud(
            "gcloud iam policies list --kind=denypolicies"
                + " --attachment-point=cloudresourcemanager.googleapis.com/projects/PROJECT");
  }
}
