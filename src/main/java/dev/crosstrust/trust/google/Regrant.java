package dev.crosstrust.trust.google;

import static dev.crosstrust.finding.Terraform.text;

import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.google.IamPolicy.Binding;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A grant made again to somebody else: on the same resource, with the same role, under the same
 * condition.
 *
 * @param instead the member that it is taken from; null where that keeps it
 */
record Regrant(Binding binding, String to, @Nullable String instead) {

  Fix fix() {
    PolicyResource on = Objects.requireNonNullElseGet(binding.resource(), this::unknown);
    Grant grant = grantTo(to);
    String terraform = grant.terraform(on);
    return grant
        .command(on)
        .map(command -> Fix.of(granted()).withGcloud(command + takenAway(on)))
        .orElseGet(() -> edited(on))
        .withTerraform(
            instead == null
                ? terraform
                : "# in the place of member = %s\n%s".formatted(text(instead), terraform))
        .with(Fix.Effect.WIDENS);
  }

  private Grant grantTo(String member) {
    return new Grant(binding.role(), member, binding.condition());
  }

  /** A word to put a name in place of, of the kind that the role is mostly granted on. */
  private PolicyResource unknown() {
    return binding.role().startsWith("roles/iam.")
        ? new PolicyResource.ServiceAccount("SERVICE_ACCOUNT")
        : binding.role().startsWith("roles/storage.")
            ? new PolicyResource.Bucket("BUCKET")
            : new PolicyResource.Project("PROJECT");
  }

  private String granted() {
    String then =
        instead == null
            ? ""
            : "; then take the grant that misses away, unless it is somebody else's";
    return "Grant %s to the principal as it is%s%s.".formatted(what(), under(), then);
  }

  private String takenAway(PolicyResource on) {
    return Optional.ofNullable(instead)
        .flatMap(member -> grantTo(member).undone(on))
        .map(command -> "\n" + command)
        .orElse("");
  }

  /** What no command grants on is read, changed in an editor, and written. */
  private Fix edited(PolicyResource on) {
    return switch (on) {
      case PolicyResource.Dataset dataset ->
          edited(
              "dataset.json",
              Commands.of("bq show --format=prettyjson", dataset.written()),
              Commands.of("bq update --source=dataset.json", dataset.written()));
      case PolicyResource.Table table ->
          edited(
              "policy.json",
              Commands.of("bq get-iam-policy --table", table.written()),
              Commands.of("bq set-iam-policy --table", table.written(), "policy.json"));
      case PolicyResource.Project _, PolicyResource.Bucket _, PolicyResource.ServiceAccount _ ->
          throw new IllegalStateException("gcloud grants on " + on);
    };
  }

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
