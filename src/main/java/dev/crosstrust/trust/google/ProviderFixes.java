package dev.crosstrust.trust.google;

import static dev.crosstrust.finding.Terraform.text;

import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.GcloudList;
import dev.crosstrust.finding.Terraform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a provider is changed. */
public record ProviderFixes(PoolProvider provider) {
  private static final String COMMAND = "gcloud iam workload-identity-pools providers ";

  /** See what it has. */
  Fix look(String text) {
    return Fix.of(text).withGcloud(command("describe"));
  }

  /** Brings it back. */
  public Fix undelete() {
    return Fix.of("Bring the deleted provider back.")
        .withGcloud(command("undelete"))
        .with(Fix.Effect.WIDENS);
  }

  /** Opens it. */
  public Fix enable() {
    return change("Enable the provider.", "--no-disabled", "disabled", "false")
        .with(Fix.Effect.WIDENS);
  }

  Fix condition(String text, String condition) {
    return change(
        text, "--attribute-condition=" + condition, "attribute_condition", text(condition));
  }

  /** Another expression for one attribute; the others stay. Who had none before enters then. */
  Fix mapping(String text, String attribute, String expression) {
    Map<String, String> all = new LinkedHashMap<>(MappingRules.inForce(provider));
    all.put(attribute, expression);
    List<String> pairs =
        all.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).toList();
    String terraform =
        all.entrySet().stream()
            .map(it -> "%s = %s".formatted(text(it.getKey()), text(it.getValue())))
            .collect(Collectors.joining(", ", "{ ", " }"));
    return change(
            text, "--attribute-mapping=" + GcloudList.of(pairs), "attribute_mapping", terraform)
        .with(Fix.Effect.WIDENS);
  }

  /**
   * One more allowed audience; the others stay.
   *
   * @param taken what is taken so far: an own list ends that the provider's name is
   */
  public Fix audience(String text, List<String> taken, String audience) {
    List<String> all = new ArrayList<>(taken);
    all.add(audience);
    String terraform =
        all.stream()
            .map(Terraform::text)
            .collect(
                Collectors.joining(
                    ", ",
                    "{\n  issuer_uri = %s\n  allowed_audiences = ["
                        .formatted(text(String.valueOf(provider.issuer()))),
                    "]\n}"));
    return change(text, "--allowed-audiences=" + GcloudList.of(all), "oidc", terraform)
        .with(Fix.Effect.WIDENS);
  }

  /** Another issuer, whose tokens enter then. */
  public Fix issuer(String text, String issuer) {
    return change(
            text, "--issuer-uri=" + issuer, "oidc", "{ issuer_uri = %s }".formatted(text(issuer)))
        .with(Fix.Effect.WIDENS);
  }

  /**
   * Keys that are then the issuer's only ones.
   *
   * @param file that has them, a JWK Set
   */
  Fix keys(String text, String file) {
    return change(
            text,
            "--jwk-json-path=" + file,
            "oidc",
            "{\n  issuer_uri = %s\n  jwks_json = file(%s)\n}"
                .formatted(text(String.valueOf(provider.issuer())), text(file)))
        .with(Fix.Effect.SAME);
  }

  /** Another AWS account, whose signed requests enter then. */
  public Fix account(String text, String account) {
    return change(
            text, "--account-id=" + account, "aws", "{ account_id = %s }".formatted(text(account)))
        .with(Fix.Effect.WIDENS);
  }

  private Fix change(String text, String flag, String argument, String value) {
    Fix fix =
        Fix.of(text)
            .withGcloud(
                command(provider.awsAccount() == null ? "update-oidc" : "update-aws", flag));
    String line =
        value.startsWith("{") && !argument.equals("attribute_mapping")
            ? "%s %s".formatted(argument, value)
            : "%s = %s".formatted(argument, value);
    return fix.withTerraform(line);
  }

  private String command(String verb, String... flags) {
    return Commands.of(
        COMMAND + verb,
        Stream.concat(Stream.of(provider.name()), Stream.of(flags)).toArray(String[]::new));
  }
}
