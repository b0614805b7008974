package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Severity;
import dev.crosstrust.finding.Terraform;
import java.util.List;

/** What is wrong with the account's providers, and how it is mended. */
final class ProviderFindings {
  private ProviderFindings() {}

  static Finding withoutScheme(Issuer issuer, OidcProvider provider) {
    return Finding.warning(
            "aws.provider-url-mismatch", "The token's issuer is no https URL, the provider's is")
        .because(
            "The token's iss is %s; the account's provider is for https://%s."
                .formatted(issuer.url(), Issuer.bare(provider.url())),
            "STS compares them to the letter; what it makes of one without a scheme is not known.")
        .fix(Fix.of("Have the issuer write its URL with https:// in iss."))
        .source(Sources.PROVIDERS);
  }

  static Finding shadow(Issuer issuer, OidcProvider provider, String client, boolean takes) {
    Finding finding =
        new Finding(
            "aws.provider-shadows-builtin",
            takes ? Severity.WARNING : Severity.ERROR,
            "The account has a provider for accounts.google.com, which takes the built-in one's"
                + " place",
            List.of(
                "%s is registered, with the client ids %s."
                    .formatted(named(provider), String.join(", ", provider.clientIds())),
                takes
                    ? "It takes the token's client, %s.".formatted(shown(client))
                    : "The token's client, %s, is not among them.".formatted(shown(client))),
            List.of(),
            takes ? Confidence.POSSIBLE : Confidence.LIKELY,
            Sources.PROVIDERS);
    Fix delete =
        Fix.of("Delete it, when no role trusts it: Google is built in, and needs none.")
            .withAws(
                Commands.of(
                    "aws iam delete-open-id-connect-provider",
                    "--open-id-connect-provider-arn",
                    issuer.name()));
    return takes ? finding.fix(delete) : finding.fix(delete, addClient(issuer, client));
  }

  static Finding fossil(String because) {
    return Finding.warning(
            "fossil.sts-googleapis-provider",
            "A provider for https://sts.googleapis.com serves no Google ID token")
        .because(because, "Google's ID tokens are of https://accounts.google.com.")
        .fix(Fix.of("Trust accounts.google.com, which is built in, and delete this provider."))
        .source(Sources.GOOGLE_NATIVE);
  }

  static Fix addClient(Issuer issuer, String client) {
    return Fix.of("Let the provider take this client too.")
        .withAws(
            Commands.of(
                "aws iam add-client-id-to-open-id-connect-provider",
                "--open-id-connect-provider-arn",
                issuer.name(),
                "--client-id",
                client))
        .with(Fix.Effect.WIDENS);
  }

  static Finding notGiven(String because) {
    return Finding.warning(
            "aws.provider-missing",
            "Whether the role's account has a provider for the token's issuer is not known")
        .because(because)
        .fix(
            Fix.of("See which it has, and give them to this check with `--providers`.")
                .withAws(ProvidersDocument.MAKING))
        .confidence(Confidence.POSSIBLE)
        .source(Sources.PROVIDERS);
  }

  static Fix create(Issuer issuer, String client) {
    return Fix.of("Register the issuer in the role's account, with the audiences it is to take.")
        .withAws(
            Commands.of(
                "aws iam create-open-id-connect-provider",
                "--url",
                "https://" + issuer.url(),
                "--client-id-list",
                client))
        .withTerraform(
            Terraform.resource(
                "aws_iam_openid_connect_provider",
                issuer.url(),
                "url",
                Terraform.text("https://" + issuer.url()),
                "client_id_list",
                "[%s]".formatted(Terraform.text(client))))
        .with(Fix.Effect.WIDENS);
  }

  static String named(OidcProvider provider) {
    return provider.arn().isEmpty() ? "The provider " + provider.url() : provider.arn();
  }

  static String shown(String client) {
    return client.isEmpty() ? "no client" : client;
  }
}
