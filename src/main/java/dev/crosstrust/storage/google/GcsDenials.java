package dev.crosstrust.storage.google;

import dev.crosstrust.denial.Denial;
import dev.crosstrust.denial.GoogleCodes;
import dev.crosstrust.denial.GoogleDenials;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.storage.StorageUri;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Cloud Storage's refusals say; what was asked is known all the same. */
final class GcsDenials {
  private static final String FEDERATED = "Caller";

  private GcsDenials() {}

  /** Empty when the refusal is about something else than permission. */
  static Optional<Denial> of(Refusal refusal, StorageUri at, @Nullable String project) {
    if (!GoogleCodes.denied(refusal.status(), refusal.code(), refusal.message())) {
      return Optional.empty();
    }
    Denial said = GoogleDenials.in(refusal.message()).stream().findFirst().orElse(Denial.BARE);
    String permission = permission(refusal.operation());
    return Optional.of(
        named(said).completed(null, null, permission, resource(permission, at, project)));
  }

  /** Whoever is federated is called Caller, which names nobody. */
  private static Denial named(Denial said) {
    return FEDERATED.equals(said.principal())
        ? new Denial(
            null,
            said.action(),
            said.permission(),
            said.resource(),
            said.policyType(),
            said.policyArn(),
            said.explicit(),
            said.authorizationId(),
            said.encodedMessage(),
            said.mayNotExist())
        : said;
  }

  /**
   * The permission that an operation asks for.
   *
   * @see <a href="https://cloud.google.com/storage/docs/access-control/iam-json">IAM permissions
   *     for JSON methods</a>
   */
  private static String permission(String operation) {
    return switch (operation) {
      case "ListBuckets" -> "storage.buckets.list";
      case "ListObjects" -> "storage.objects.list";
      case "GetObject", "GetObjectMetadata" -> "storage.objects.get";
      case "DeleteObject" -> "storage.objects.delete";
      default -> "storage.objects.create";
    };
  }

  /**
   * The full resource name.
   *
   * @see <a href="https://cloud.google.com/iam/docs/full-resource-names">Full resource names</a>
   */
  private static @Nullable String resource(
      String permission, StorageUri at, @Nullable String project) {
    if (at.isRoot()) {
      return project == null ? null : "//cloudresourcemanager.googleapis.com/projects/" + project;
    }
    String bucket = "//storage.googleapis.com/projects/_/buckets/" + at.bucket();
    return permission.equals("storage.objects.list") ? bucket : bucket + "/objects/" + at.key();
  }
}
