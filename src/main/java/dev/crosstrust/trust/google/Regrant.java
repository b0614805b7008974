package dev.crosstrust.trust.google;

import static dev.crosstrust.finding.Commands.text;

import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.GcloudList;
import dev.crosstrust.trust.google.IamPolicy.Binding;
import dev.crosstrust.trust.google.IamPolicy.Condition;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A grant made again to somebody else: on the same resource, with the same role, under the same
 * condition.
 *
 * @param instead the member that it is taken from; null where that keeps it
 * @see <a href="https://cloud.google.com/iam/docs/granting-changing-revoking-access">Granting
 *     access</a>
 * @see <a href="https://cloud.google.com/bigquery/docs/control-access-to-resources-iam">Access to
 *     datasets and tables</a>
 */
record Regrant(Binding binding, String to, @Nullable String instead) {

  Fix fix() {
    PolicyResource resource = Objects.requireNonNullElseGet(binding.resource(), this::unknown);
    Fix fix =
        switch (resource) {
          case PolicyResource.Project(String id) -> granted("gcloud projects", id);
          case PolicyResource.Bucket(String name) ->
              granted("gcloud storage buckets", "gs://" + name);
          case PolicyResource.ServiceAccount(String email) ->
              granted("gcloud iam service-accounts", email);
          case PolicyResource.Dataset dataset ->
              edited(
                  "dataset.json",
                  Commands.of("bq show --format=prettyjson", dataset.written()),
                  Commands.of("bq update --source=dataset.json", dataset.written()));
          case PolicyResource.Table table -> onTable(table.written());
        };
    String old = instead == null ? "" : "# in the place of member = %s\n".formatted(text(instead));
    return fix.withTerraform(
            old + new GrantTerraform(binding.role(), to, binding.condition()).on(resource))
        .with(Fix.Effect.WIDENS);
  }

  /** A word to put a name in place of, of the kind that the role is mostly granted on. */
  private PolicyResource unknown() {
    return binding.role().startsWith("roles/iam.")
        ? new PolicyResource.ServiceAccount("SERVICE_ACCOUNT")
        : binding.role().startsWith("roles/storage.")
            ? new PolicyResource.Bucket("BUCKET")
            : new PolicyResource.Project("PROJECT");
  }

  /** {@code bq} grants by a command of its own, which takes no condition. */
  private Fix onTable(String table) {
    return binding.condition() == null
        ? granted("bq", table)
        : edited(
            "policy.json",
            Commands.of("bq get-iam-policy --table", table),
            Commands.of("bq set-iam-policy --table", table, "policy.json"));
  }

  private Fix granted(String tool, String resource) {
    String grant = command(tool + " add-iam-policy-binding", resource, to);
    return Fix.of(
            "Grant %s to the principal as it is%s%s."
                .formatted(
                    what(),
                    under(),
                    instead == null
                        ? ""
                        : "; then take the grant that misses away, unless it is somebody else's"))
        .withGcloud(
            instead == null
                ? grant
                : grant + "\n" + command(tool + " remove-iam-policy-binding", resource, instead));
  }

  private String command(String command, String resource, String member) {
    String who = "--member=" + member;
    String role = "--role=" + binding.role();
    return command.startsWith("bq")
        ? Commands.of(command, who, role, resource)
        : Commands.of(command, resource, who, role, "--condition=" + condition());
  }

  /** As gcloud takes it, which asks for one where the policy has any. */
  private String condition() {
    Condition condition = binding.condition();
    return condition == null
        ? "None"
        : GcloudList.of(
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

  /** What has no command of its own is read, changed in an editor, and written. */
  private Fix edited(String file, String read, String write) {
    String text =
        instead == null
            ? "Grant %s: between the two commands, add %s to %s%s."
                .formatted(what(), text(to), file, under())
            : "Grant %s to the principal as it is: between the two commands, write %s in %s in the place of %s."
                .formatted(what(), text(to), file, text(instead));
    return Fix.of(text).withGcloud("%s > %s\n%s".formatted(read, file, write));
  }

  private String what() {
    return binding.resource() == null
        ? "the role"
        : "%s on %s".formatted(binding.role(), binding.resource());
  }

  private String under() {
    return binding.condition() == null ? "" : ", under the same condition";
  }
}
