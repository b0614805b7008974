package dev.crosstrust.ui.explain;

import dev.crosstrust.trust.JsonText;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.aws.RoleDocument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A pasted document: which of the two sides it is of shows in its members. */
sealed interface GivenDocument {
  /**
   * Of AWS.
   *
   * @param role its ARN, where the document says it
   */
  record TrustPolicy(String json, @Nullable String role) implements GivenDocument {}

  /** Of Google. */
  record Provider(String json) implements GivenDocument {}

  /**
   * Tells them apart.
   *
   * @throws UnreadableDocument when it is neither
   */
  static GivenDocument of(String text) throws UnreadableDocument {
    JsonNode json = JsonText.read(text, "%s: this is no JSON"::formatted);
    Optional<RoleDocument> role = RoleDocument.in(json);
    if (role.isPresent()) {
      return new TrustPolicy(role.get().policy(), role.get().arn());
    }
    if (json.has("Statement")) {
      return new TrustPolicy(text, null);
    }
    if (json.has("attributeMapping") || json.has("oidc") || json.has("aws")) {
      return new Provider(text);
    }
    throw new UnreadableDocument(
        "this is neither a trust policy (it has no Statement) nor a pool provider (it has neither"
            + " attributeMapping, oidc nor aws)");
  }
}
