package dev.crosstrust.trust.google;

import static dev.crosstrust.finding.Terraform.text;

import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.GcloudList;
import dev.crosstrust.finding.Terraform;
import dev.crosstrust.trust.google.IamPolicy.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A role for one member: as a command, and as Terraform writes it.
 *
 * @param member as a policy names it
 * @param condition where it holds; null for everywhere
 * @see <a href="https://cloud.google.com/iam/docs/granting-changing-revoking-access">Granting
 *     access</a>
 */
public record Grant(String role, String member, @Nullable Condition condition) {

  /** One that holds everywhere. */
  public Grant(String role, String member) {
    this(role, member, null);
  }

  /** How it is made on a resource; more may be done then. */
  public Fix fix(String text, PolicyResource on) {
    return new Fix(text, null, command(on).orElse(null), terraform(on), Fix.Effect.WIDENS);
  }

  /**
   * What makes it; empty where no command does: on a dataset, and on a table under a condition.
   *
   * @see <a href="https://cloud.google.com/bigquery/docs/control-access-to-resources-iam">Access to
   *     datasets and tables</a>
   */
  public Optional<String> command(PolicyResource on) {
    return command("add-iam-policy-binding", on);
  }

  /** What takes it away; empty where no command does. */
  public Optional<String> undone(PolicyResource on) {
    return command("remove-iam-policy-binding", on);
  }

  private Optional<String> command(String verb, PolicyResource on) {
    return switch (on) {
      case PolicyResource.Project(String id) -> Optional.of(gcloud("projects", verb, id));
      case PolicyResource.Bucket(String name) ->
          Optional.of(gcloud("storage buckets", verb, "gs://" + name));
      case PolicyResource.ServiceAccount(String email) ->
          Optional.of(gcloud("iam service-accounts", verb, email));
      case PolicyResource.Dataset _ -> Optional.empty();
      case PolicyResource.Table table ->
          condition == null
              ? Optional.of(Commands.of("bq " + verb, memberFlag(), roleFlag(), table.written()))
              : Optional.empty();
    };
  }

  /** gcloud wants to be told that there is no condition wherever the policy has one elsewhere. */
  private String gcloud(String group, String verb, String resource) {
    return Commands.of(
        "gcloud %s %s".formatted(group, verb),
        resource,
        memberFlag(),
        roleFlag(),
        "--condition=" + (condition == null ? "None" : inFlag(condition)));
  }

  private String memberFlag() {
    return "--member=" + member;
  }

  private String roleFlag() {
    return "--role=" + role;
  }

  private static String inFlag(Condition condition) {
    return GcloudList.of(
        Stream.of(
                named("expression", condition.expression()),
                named("title", condition.title()),
                named("description", condition.description()))
            .flatMap(part -> part)
            .toList());
  }

  private static Stream<String> named(String name, @Nullable String value) {
    return Stream.ofNullable(value).map(it -> name + "=" + it);
  }

  /** The resource that is the grant. */
  public String terraform(PolicyResource on) {
    return switch (on) {
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
        Terraform.resource(type, name(on[on.length - 1]), arguments.toArray(String[]::new));
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
