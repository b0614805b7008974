package dev.crosstrust.trust.aws;

import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.aws.policy.PolicyDocument;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A role as {@code aws iam get-role} prints it, where its trust policy is one member among others.
 *
 * @param policy its trust policy, JSON
 * @param arn the role's; null where the document leaves it out
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html">GetRole</a>
 */
public record RoleDocument(String policy, @Nullable String arn) {
  private static final String POLICY = "AssumeRolePolicyDocument";

  /**
   * Reads one, whole or its member {@code Role} alone; the API itself has the policy
   * percent-encoded.
   *
   * @return empty where the text is JSON of another kind, such as a policy by itself
   * @throws UnreadableDocument when it is no JSON, or its policy is not written either way
   */
  public static Optional<RoleDocument> in(String text) throws UnreadableDocument {
    return in(PolicyDocument.read(text, "the trust policy"));
  }

  /** The same, parsed already. */
  public static Optional<RoleDocument> in(JsonNode json) throws UnreadableDocument {
    JsonNode role = json.has("Role") ? json.path("Role") : json;
    return role.has(POLICY)
        ? Optional.of(
            new RoleDocument(policy(role.path(POLICY)), role.path("Arn").stringValue(null)))
        : Optional.empty();
  }

  private static String policy(JsonNode written) throws UnreadableDocument {
    if (!written.isString()) {
      return written.toString();
    }
    String text = written.stringValue();
    if (text.stripLeading().startsWith("{")) {
      return text;
    }
    try {
      // RFC 3986, where a plus is a plus.
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new UnreadableDocument(POLICY + " is not percent-encoded JSON");
    }
  }
}
