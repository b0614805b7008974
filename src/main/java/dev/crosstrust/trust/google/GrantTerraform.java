package dev.crosstrust.trust.google;

import static dev.crosstrust.finding.Commands.text;

import dev.crosstrust.finding.Commands;
import dev.crosstrust.trust.google.IamPolicy.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A grant to one member as Terraform writes it.
 *
 * @param member as a policy names it
 * @param condition where it holds; null for everywhere
 */
public record GrantTerraform(String role, String member, @Nullable Condition condition) {

  /** One that holds everywhere. */
  public GrantTerraform(String role, String member) {
    this(role, member, null);
  }

  /** The grant on a resource. */
  public String on(PolicyResource resource) {
    return switch (resource) {
      case PolicyResource.Project(String id) -> member("google_project_iam_member", "project", id);
      case PolicyResource.Bucket(String name) ->
          member("google_storage_bucket_iam_member", "bucket", name);
      case PolicyResource.ServiceAccount(String email) ->
          member(
              "google_service_account_iam_member",
              "service_account_id",
              "projects/-/serviceAccounts/" + email);
      case PolicyResource.Dataset(String project, String dataset) ->
          member("google_bigquery_dataset_iam_member", "project", project, "dataset_id", dataset);
      case PolicyResource.Table(String project, String dataset, String table) ->
          member(
              "google_bigquery_table_iam_member",
              "project",
              project,
              "dataset_id",
              dataset,
              "table_id",
              table);
    };
  }

  /**
   * @param on names and values by turns of what the grant is on
   */
  private String member(String type, String... on) {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < on.length; i += 2) {
      arguments.addAll(List.of(on[i], text(on[i + 1])));
    }
    arguments.addAll(List.of("role", text(role), "member", text(member)));
    String resource =
        Commands.resource(type, name(on[on.length - 1]), arguments.toArray(String[]::new));
    return resource.substring(0, resource.length() - 1) + written() + "}";
  }

  /** After what it is on and the role; of a service account what stands before the @ is enough. */
  private String name(String on) {
    String last = on.substring(on.lastIndexOf('/') + 1).replaceFirst("@.*", "");
    return last + "_" + role.replace("roles/", "");
  }

  private String written() {
    if (condition == null) {
      return "";
    }
    String description =
        condition.description() == null
            ? ""
            : "    description = %s\n".formatted(text(condition.description()));
    return "  condition {\n    title = %s\n%s    expression = %s\n  }\n"
        .formatted(
            text(Objects.requireNonNullElse(condition.title(), "")),
            description,
            text(condition.expression()));
  }
}
