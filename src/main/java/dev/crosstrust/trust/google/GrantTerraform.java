package dev.crosstrust.trust.google;

import static dev.crosstrust.finding.Commands.text;

import dev.crosstrust.finding.Commands;
import dev.crosstrust.trust.google.IamPolicy.Binding;
import dev.crosstrust.trust.google.IamPolicy.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A grant to one member as Terraform writes it. */
record GrantTerraform(Binding binding, String member) {

  String on(PolicyResource resource) {
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
    arguments.addAll(List.of("role", text(binding.role()), "member", text(member)));
    String name = on[on.length - 1] + "_" + binding.role().replace("roles/", "");
    String resource = Commands.resource(type, name, arguments.toArray(String[]::new));
    return resource.substring(0, resource.length() - 1) + condition() + "}";
  }

  private String condition() {
    Condition condition = binding.condition();
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
