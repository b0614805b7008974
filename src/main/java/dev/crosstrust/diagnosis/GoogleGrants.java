package dev.crosstrust.diagnosis;

import dev.crosstrust.finding.Fix;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a missing permission is granted: the narrowest of Google's own roles that has it, on the
 * narrowest thing that takes a grant.
 *
 * @see <a href="https://cloud.google.com/iam/docs/roles-permissions">Roles and permissions</a>
 */
final class GoogleGrants {
  private static final Map<String, String> ROLES =
      Map.ofEntries(
          Map.entry("storage.buckets.list", "roles/storage.bucketViewer"),
          Map.entry("storage.buckets.get", "roles/storage.bucketViewer"),
          Map.entry("storage.objects.list", "roles/storage.objectViewer"),
          Map.entry("storage.objects.get", "roles/storage.objectViewer"),
          Map.entry("storage.objects.create", "roles/storage.objectCreator"),
          Map.entry("storage.objects.update", "roles/storage.objectUser"),
          Map.entry("storage.objects.delete", "roles/storage.objectUser"),
          Map.entry("bigquery.jobs.create", "roles/bigquery.jobUser"),
          Map.entry("bigquery.datasets.get", "roles/bigquery.metadataViewer"),
          Map.entry("bigquery.tables.get", "roles/bigquery.metadataViewer"),
          Map.entry("bigquery.tables.list", "roles/bigquery.metadataViewer"),
          Map.entry("bigquery.tables.getData", "roles/bigquery.dataViewer"),
          Map.entry("bigquery.tables.updateData", "roles/bigquery.dataEditor"));

  private GoogleGrants() {}

  /** The role, or a word to put it in place of. */
  static String role(@Nullable String permission) {
    return permission == null ? "ROLE" : ROLES.getOrDefault(permission, "ROLE");
  }

  static Fix onBucket(String bucket, String role, Grantee to) {
    return widening(
        "Grant %s on the bucket: Cloud Storage, Buckets, %s, Permissions, Grant access%s"
            .formatted(role, bucket, to.note()),
        "gcloud storage buckets add-iam-policy-binding gs://%s --member='%s' --role=%s"
            .formatted(bucket, to.member(), role),
        member("google_storage_bucket_iam_member", "bucket", bucket, role, to));
  }

  static Fix onProject(String project, String role, Grantee to) {
    return widening(
        "Grant %s on the project: IAM & Admin, IAM, Grant access%s".formatted(role, to.note()),
        "gcloud projects add-iam-policy-binding %s --member='%s' --role=%s --condition=None"
            .formatted(project, to.member(), role),
        member("google_project_iam_member", "project", project, role, to));
  }

  /** {@code bq} grants on tables; on a dataset the console and Terraform do. */
  static Fix onTable(String project, String dataset, String table, String role, Grantee to) {
    return widening(
        "Grant %s on the table: BigQuery, %s, %s, Share, Manage permissions%s"
            .formatted(role, dataset, table, to.note()),
        "bq add-iam-policy-binding --member='%s' --role=%s %s:%s.%s"
            .formatted(to.member(), role, project, dataset, table),
        """
        resource "google_bigquery_table_iam_member" "access" {
          project    = "%s"
          dataset_id = "%s"
          table_id   = "%s"
          role       = "%s"
          member     = "%s"
        }\
        """
            .formatted(project, dataset, table, role, to.member()));
  }

  static Fix onDataset(String project, String dataset, String role, Grantee to) {
    return widening(
        "Grant %s on the dataset: BigQuery, %s, Sharing, Permissions%s"
            .formatted(role, dataset, to.note()),
        null,
        """
        resource "google_bigquery_dataset_iam_member" "access" {
          project    = "%s"
          dataset_id = "%s"
          role       = "%s"
          member     = "%s"
        }\
        """
            .formatted(project, dataset, role, to.member()));
  }

  /** Of what no Terraform resource and no command is known here. */
  static Fix anywhere(String permission, Grantee to) {
    return widening(
        "Grant a role with %s on the resource to %s%s"
            .formatted(permission, to.member(), to.note()),
        null,
        null);
  }

  private static String member(String kind, String on, String name, String role, Grantee to) {
    return """
    resource "%s" "access" {
      %-6s = "%s"
      role   = "%s"
      member = "%s"
    }\
    """
        .formatted(kind, on, name, role, to.member());
  }

  private static Fix widening(String text, @Nullable String gcloud, @Nullable String terraform) {
    return new Fix(text, null, gcloud, terraform, Fix.Effect.WIDENS);
  }
}
