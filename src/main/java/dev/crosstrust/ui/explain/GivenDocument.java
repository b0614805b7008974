package dev.crosstrust.ui.explain;

import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.aws.RoleDocument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

  /** Numbers stay as they are written: of a numeric id every digit counts. */
  JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /**
   * Tells them apart.
   *
   * @throws UnreadableDocument when it is neither
   */
  static GivenDocument of(String text) throws UnreadableDocument {
    JsonNode json = parsed(text);
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

  private static JsonNode parsed(String text) throws UnreadableDocument {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      String place =
          at == null ? "" : "line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr());
      throw new UnreadableDocument(place + "this is no JSON");
    }
  }
}
