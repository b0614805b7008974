package dev.crosstrust.setup.google;

import static dev.crosstrust.finding.Terraform.resource;
import static dev.crosstrust.finding.Terraform.text;

import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Terraform;
import dev.crosstrust.trust.google.ProviderFixes;
import dev.crosstrust.trust.google.ProviderName;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a pool is made and opened, and a provider made; how one is changed, {@link ProviderFixes}
 * says.
 */
record PoolFixes(ProviderName name) {
  private static final String COMMAND = "gcloud iam workload-identity-pools ";
  private static final String SUBJECT = "assertion.sub";

  /** For the provider of this resource name. */
  static PoolFixes of(String provider) {
    return new PoolFixes(
        ProviderName.of(provider)
            .orElseThrow(() -> new IllegalArgumentException("no provider: " + provider)));
  }

  Fix createPool() {
    return Fix.of("Create the pool")
        .withGcloud(ofPool("create"))
        .withTerraform(
            resource(
                "google_iam_workload_identity_pool",
                name.pool(),
                "project",
                text(name.project()),
                "workload_identity_pool_id",
                text(name.pool())))
        .with(Fix.Effect.SAME);
  }

  Fix undeletePool() {
    return Fix.of("Bring the deleted pool back")
        .withGcloud(ofPool("undelete"))
        .with(Fix.Effect.WIDENS);
  }

  Fix enablePool() {
    return Fix.of("Enable the pool")
        .withGcloud(ofPool("update", "--no-disabled"))
        .with(Fix.Effect.WIDENS);
  }

  /**
   * A provider for an account's tokens.
   *
   * @param issuer the account's own; null where it is not known
   * @param account the account that the condition names; null where it is not known
   */
  Fix createForTokens(@Nullable String issuer, @Nullable String account) {
    String from = issuer == null ? "ISSUER" : issuer;
    String condition =
        "assertion['https://sts.amazonaws.com/'].aws_account == '%s'"
            .formatted(account == null ? "ACCOUNT" : account);
    String text =
        "Create the provider, for the tokens of the account's issuer"
            + (issuer == null
                ? "; ISSUER is what aws iam get-outbound-web-identity-federation-info prints"
                : "");
    return Fix.of(text)
        .withGcloud(
            ofProvider(
                "create-oidc",
                "--issuer-uri=" + from,
                "--attribute-mapping=google.subject=" + SUBJECT,
                "--attribute-condition=" + condition))
        .withTerraform(
            terraform(
                "  attribute_mapping = { \"google.subject\" = %s }%n  attribute_condition = %s%n"
                    .formatted(text(SUBJECT), text(condition)),
                "oidc",
                "issuer_uri",
                from))
        .with(Fix.Effect.WIDENS);
  }

  /** A provider for signed requests of an account; AWS's own way to name a principal is kept. */
  Fix createForRequests(@Nullable String account) {
    String from = account == null ? "ACCOUNT" : account;
    return Fix.of("Create the provider, for signed requests of the account")
        .withGcloud(ofProvider("create-aws", "--account-id=" + from))
        .withTerraform(terraform("", "aws", "account_id", from))
        .with(Fix.Effect.WIDENS);
  }

  /** How one sees what the provider has: any change would replace it. */
  Fix look() {
    return Fix.of("See what the provider has").withGcloud(ofProvider("describe"));
  }

  private String ofPool(String verb, String... flags) {
    return command(verb, name.poolName(), flags);
  }

  private String ofProvider(String verb, String... flags) {
    return command("providers " + verb, name.name(), flags);
  }

  /** By the whole name: gcloud takes the number of a project there, and not as a flag. */
  private static String command(String verb, String name, String... flags) {
    return Commands.of(
        COMMAND + verb, Stream.concat(Stream.of(name), Stream.of(flags)).toArray(String[]::new));
  }

  /**
   * The provider as a resource.
   *
   * @param more lines of arguments; without a mapping Google takes that of its kind
   */
  private String terraform(String more, String kind, String argument, String value) {
    return """
    resource "google_iam_workload_identity_pool_provider" "%s" {
      project = %s
      workload_identity_pool_id = %s
      workload_identity_pool_provider_id = %s
    %s  %s {
        %s = %s
      }
    }\
    """
        .formatted(
            Terraform.name(name.provider()),
            text(name.project()),
            text(name.pool()),
            text(name.provider()),
            more,
            kind,
            argument,
            text(value));
  }
}
