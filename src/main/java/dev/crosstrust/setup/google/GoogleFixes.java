package dev.crosstrust.setup.google;

import static dev.crosstrust.finding.Terraform.resource;
import static dev.crosstrust.finding.Terraform.text;

import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.GcloudProject;
import dev.crosstrust.storage.table.DatasetName;
import dev.crosstrust.storage.table.TableName;
import dev.crosstrust.trust.google.Grant;
import dev.crosstrust.trust.google.PolicyResource;
import org.jspecify.annotations.Nullable;

/** How the pieces at Google are made that both roads need. */
final class GoogleFixes {
  private GoogleFixes() {}

  static Fix createAccount(String project, String email) {
    String name = email.substring(0, email.indexOf('@'));
    return Fix.of("Create the service account")
        .withGcloud(GcloudProject.command(project, "gcloud iam service-accounts create", name))
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
        .withGcloud(GcloudProject.command(project, "gcloud iam service-accounts enable", email))
        .with(Fix.Effect.WIDENS);
  }

  static Fix grantOnAccount(String email, String role, Grantee who) {
    return new Grant(role, who.member())
        .fix(
            "Grant %s on the service account".formatted(role),
            new PolicyResource.ServiceAccount(email));
  }

  static Fix enableService(String project, String service) {
    return Fix.of("Switch the API on; it takes a few minutes")
        .withGcloud(GcloudProject.command(project, "gcloud services enable", service))
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
    return new Grant(role, who.member())
        .fix("Grant %s on the bucket".formatted(role), new PolicyResource.Bucket(bucket));
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
        .withGcloud(Commands.of("bq mk --table", table.forBq(), "NAME:TYPE"));
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
    DatasetName in = table.dataset();
    return new Grant(role, who.member())
        .fix(
            "Grant %s on the table".formatted(role),
            new PolicyResource.Table(in.project(), in.dataset(), table.table()));
  }
}
