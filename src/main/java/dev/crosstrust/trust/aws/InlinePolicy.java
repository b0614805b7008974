package dev.crosstrust.trust.aws;

import static dev.crosstrust.finding.Commands.resource;
import static dev.crosstrust.finding.Commands.text;

import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Fix;

/**
 * A policy that a role alone has, beside those that it has already.
 *
 * @param role its name
 * @param name of the policy: one of the same name is replaced
 * @param document JSON
 */
public record InlinePolicy(String role, String name, String document) {

  /** How it is given to the role. */
  public Fix put(String text) {
    return Fix.of(text)
        .withAws(
            Commands.of(
                "aws iam put-role-policy",
                "--role-name",
                role,
                "--policy-name",
                name,
                "--policy-document",
                document))
        .withTerraform(
            resource(
                "aws_iam_role_policy",
                role + "_" + name,
                "name",
                text(name),
                "role",
                text(role),
                "policy",
                text(document)))
        .with(Fix.Effect.WIDENS);
  }
}
