package dev.crosstrust.setup.google;

import static dev.crosstrust.finding.Commands.resource;
import static dev.crosstrust.finding.Commands.text;

import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.storage.table.TableName;
import org.jspecify.annotations.Nullable;

/** How the pieces at Google are made that both roads need. */
final class GoogleFixes {
  private GoogleFixes() {}

  static Fix createAccount(String project, String email) {
    String name = email.substring(0, email.indexOf('@'));
    return Fix.of("Create the service account")
        .withGcloud(Commands.of("gcloud iam service-accounts create", name, "--project=" + project))
        .withTerraform(
            resource(
                "google_service_account",
                name,
                "account_id",
                text(name),
                "project",
                text(project)));
  }

  static Fix enableAccount(String project, String email) {
    return Fix.of("Enable the service account")
        .withGcloud(
            Commands.of("gcloud iam service-accounts enable", email, "--project=" + project))
        .with(Fix.Effect.WIDENS);
  }

  static Fix grantOnAccount(String project, String email, String role, Grantee who) {
    return Fix.of("Grant %s on the service account".formatted(role))
        .withGcloud(
            Commands.of(
                "gcloud iam service-accounts add-iam-policy-binding",
                email,
                "--project=" + project,
                "--role=" + role,
                "--member=" + who.member()))
        .withTerraform(
            resource(
                "google_service_account_iam_member",
                email.substring(0, email.indexOf('@')) + "_" + role.replace("roles/", ""),
                "service_account_id",
                text("projects/%s/serviceAccounts/%s".formatted(project, email)),
                "role",
                text(role),
                "member",
                text(who.member())))
        .with(Fix.Effect.WIDENS);
  }

  static Fix enableService(String project, String service) {
    return Fix.of("Switch the API on; it takes a few minutes")
        .withGcloud(Commands.of("gcloud services enable", service, "--project=" + project))
        .withTerraform(
            resource(
                "google_project_service",
                service,
                "project",
                text(project),
                "service",
                text(service)))
        .with(Fix.Effect.SAME);
  }

  static Fix grantOnBucket(String bucket, String role, Grantee who) {
    return Fix.of("Grant %s on the bucket".formatted(role))
        .withGcloud(
            Commands.of(
                "gcloud storage buckets add-iam-policy-binding",
                "gs://" + bucket,
                "--role=" + role,
                "--member=" + who.member()))
        .withTerraform(
            resource(
                "google_storage_bucket_iam_member",
                bucket + "_" + role.replace("roles/", ""),
                "bucket",
                text(bucket),
                "role",
                text(role),
                "member",
                text(who.member())))
        .with(Fix.Effect.WIDENS);
  }

  static Fix createBucket(String bucket, @Nullable String project) {
    return Fix.of("Create the bucket; its location cannot be changed later")
        .withGcloud(
            Commands.of(
                "gcloud storage buckets create",
                "gs://" + bucket,
                "--project=" + (project == null ? "PROJECT" : project),
                "--location=LOCATION",
                "--uniform-bucket-level-access"))
        .withTerraform(
            resource(
                "google_storage_bucket",
                bucket,
                "name",
                text(bucket),
                "project",
                text(project == null ? "PROJECT" : project),
                "location",
                text("LOCATION"),
                "uniform_bucket_level_access",
                "true"));
  }

  static Fix createTable(TableName table) {
    return Fix.of("Create the table; write its columns in the place of NAME:TYPE")
        .withGcloud(Commands.of("bq mk --table", written(table), "NAME:TYPE"));
  }

  static Fix uniform(String bucket) {
    return Fix.of("Let IAM alone decide on the bucket; grants on single objects end by it")
        .withGcloud(
            Commands.of(
                "gcloud storage buckets update",
                "gs://" + bucket,
                "--uniform-bucket-level-access"));
  }

  static Fix grantOnTable(TableName table, String role, Grantee who) {
    return Fix.of("Grant %s on the table".formatted(role))
        .withGcloud(
            Commands.of(
                "bq add-iam-policy-binding",
                "--member=" + who.member(),
                "--role=" + role,
                written(table)))
        .withTerraform(
            resource(
                "google_bigquery_table_iam_member",
                table.table() + "_" + role.replace("roles/", ""),
                "project",
                text(table.dataset().project()),
                "dataset_id",
                text(table.dataset().dataset()),
                "table_id",
                text(table.table()),
                "role",
                text(role),
                "member",
                text(who.member())))
        .with(Fix.Effect.WIDENS);
  }

  /** As {@code bq} reads it. */
  private static String written(TableName table) {
    return "%s:%s.%s"
        .formatted(table.dataset().project(), table.dataset().dataset(), table.table());
  }
}
