package dev.crosstrust.setup.aws;

import static dev.crosstrust.finding.Terraform.resource;
import static dev.crosstrust.finding.Terraform.text;

import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Terraform;
import dev.crosstrust.trust.aws.Awaited;
import dev.crosstrust.trust.aws.InlinePolicy;
import dev.crosstrust.trust.aws.RoleArn;
import java.util.List;

/** How the pieces at AWS are made. */
final class AwsFixes {
  private AwsFixes() {}

  static Fix enableOutbound() {
    return Fix.of("Switch outbound federation on for the account; it takes some ten seconds")
        .withAws("aws iam enable-outbound-web-identity-federation")
        .withTerraform("resource \"aws_iam_outbound_web_identity_federation\" \"this\" {}")
        .with(Fix.Effect.WIDENS);
  }

  static Fix createRole(RoleArn role, Awaited token) {
    String trustPolicy = token.policy();
    return Fix.of("Create the role with the trust policy that lets this token in" + hint(token))
        .withAws(
            Commands.of(
                "aws iam create-role",
                "--role-name",
                role.name(),
                "--path",
                role.path(),
                "--assume-role-policy-document",
                trustPolicy))
        .withTerraform(
            resource(
                "aws_iam_role",
                role.name(),
                "name",
                text(role.name()),
                "path",
                text(role.path()),
                "assume_role_policy",
                Terraform.json(trustPolicy)))
        .with(Fix.Effect.WIDENS);
  }

  /** What there is to do by hand while the policy is not known: writing one would replace it. */
  static Fix addToTrust(RoleArn role, Awaited token) {
    return lookAtTrust(
        role,
        "See the role's trust policy, and add to it %s%s"
            .formatted(token.statement(), hint(token)));
  }

  static Fix lookAtTrust(RoleArn role, String text) {
    return Fix.of(text).withAws(Commands.of("aws iam get-role", "--role-name", role.name()));
  }

  /** What a command says in the place of a subject that is not known. */
  static String hint(Awaited token) {
    return token.subject() == null
        ? "; %s is the sub of the identity's tokens".formatted(Awaited.PLACEHOLDER)
        : "";
  }

  static Fix addClient(String provider, String client) {
    return Fix.of("Let the provider take this client too")
        .withAws(
            Commands.of(
                "aws iam add-client-id-to-open-id-connect-provider",
                "--open-id-connect-provider-arn",
                provider,
                "--client-id",
                client))
        .with(Fix.Effect.WIDENS);
  }

  static Fix deleteProvider(String arn) {
    return Fix.of(
            "Delete it, when no role trusts it: Google is built in, and needs none in an account")
        .withAws(
            Commands.of(
                "aws iam delete-open-id-connect-provider", "--open-id-connect-provider-arn", arn));
  }

  /** A policy of its own for one action. */
  static Fix allow(String role, String action, String resource) {
    return InlinePolicy.allowing(role, action, resource)
        .put("Allow %s in a policy of the role".formatted(action));
  }

  /** The same for tokens made out to one audience. */
  static Fix allowToken(String role, String audience) {
    return InlinePolicy.forAudience(role, audience)
        .put("Allow sts:GetWebIdentityToken for this audience in a policy of the role");
  }

  /** How one sees for oneself. */
  static List<Fix> look(String text, String command, String... words) {
    return List.of(Fix.of(text).withAws(Commands.of(command, words)));
  }
}
