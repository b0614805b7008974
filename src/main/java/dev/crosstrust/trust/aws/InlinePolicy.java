package dev.crosstrust.trust.aws;

import static dev.crosstrust.finding.Terraform.resource;
import static dev.crosstrust.finding.Terraform.text;

import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Terraform;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A policy that a role alone has, beside those that it has already.
 *
 * @param role its name
 * @param name of the policy: one of the same name is replaced
 * @param document JSON
 */
public record InlinePolicy(String role, String name, String document) {

  /**
   * One that allows one action.
   *
   * @param resource ARN, or {@code *}
   * @param conditions key to value, under {@code StringEquals}; may be empty
   */
  public static InlinePolicy allowing(
      String role, String action, String resource, Map<String, String> conditions) {
    JsonMapper json = JsonMapper.shared();
    ObjectNode statement = json.createObjectNode();
    statement.put("Effect", "Allow").put("Action", action).put("Resource", resource);
    if (!conditions.isEmpty()) {
      ObjectNode equals = statement.putObject("Condition").putObject("StringEquals");
      conditions.forEach(equals::put);
    }
    ObjectNode policy = json.createObjectNode();
    policy.put("Version", "2012-10-17");
    policy.putArray("Statement").add(statement);
    String name = "crosstrust-" + action.substring(action.indexOf(':') + 1);
    return new InlinePolicy(role, name, json.writeValueAsString(policy));
  }

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
                Terraform.json(document)))
        .with(Fix.Effect.WIDENS);
  }
}
