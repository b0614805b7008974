package dev.crosstrust.trust.aws;

import static dev.crosstrust.finding.Terraform.resource;
import static dev.crosstrust.finding.Terraform.text;

import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Terraform;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
  private static final String GET_TOKEN = "sts:GetWebIdentityToken";
  private static final String AUDIENCE = "sts:IdentityTokenAudience";

  /**
   * One that allows one action.
   *
   * @param resource ARN, or {@code *}
   */
  public static InlinePolicy allowing(String role, String action, String resource) {
    return of(role, action, allow(action, resource));
  }

  /**
   * One that allows {@code sts:GetWebIdentityToken} for one audience. The key holds a list, of
   * which {@code ForAllValues:} holds where it is empty, too: that is shut out.
   */
  public static InlinePolicy forAudience(String role, String audience) {
    ObjectNode statement = allow(GET_TOKEN, "*");
    ObjectNode condition = statement.putObject("Condition");
    condition.putObject("ForAllValues:StringEquals").put(AUDIENCE, audience);
    condition.putObject("Null").put(AUDIENCE, "false");
    return of(role, GET_TOKEN, statement);
  }

  private static ObjectNode allow(String action, String resource) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("Effect", "Allow")
        .put("Action", action)
        .put("Resource", resource);
  }

  /** By a name that another permission of the same action does not have. */
  private static InlinePolicy of(String role, String action, ObjectNode statement) {
    ObjectNode policy = JsonMapper.shared().createObjectNode();
    policy.put("Version", "2012-10-17");
    policy.putArray("Statement").add(statement);
    String document = policy.toString();
    String name =
        "crosstrust-%s-%s"
            .formatted(action.substring(action.indexOf(':') + 1).replace("*", ""), hash(document));
    return new InlinePolicy(role, name, document);
  }

  private static String hash(String document) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
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
