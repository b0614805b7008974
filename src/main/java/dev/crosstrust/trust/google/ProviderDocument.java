package dev.crosstrust.trust.google;

import dev.crosstrust.trust.UnreadableDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A provider as the IAM API returns it.
 *
 * @see <a
 *     href="https://cloud.google.com/iam/docs/reference/rest/v1/projects.locations.workloadIdentityPools.providers">workloadIdentityPools.providers</a>
 */
public final class ProviderDocument {
  private ProviderDocument() {}

  /**
   * Reads one from JSON.
   *
   * @throws UnreadableDocument where it is not JSON, or a member is of the wrong kind
   */
  public static PoolProvider read(String json) throws UnreadableDocument {
    return read(JsonDocument.read(json));
  }

  /** The same, parsed already. */
  public static PoolProvider read(JsonNode json) throws UnreadableDocument {
    return read(JsonDocument.of(json));
  }

  private static PoolProvider read(JsonDocument json) throws UnreadableDocument {
    JsonDocument oidc = json.object("oidc");
    JsonDocument aws = json.object("aws");
    if (oidc == null && aws == null && json.member("saml") == null && json.member("x509") == null) {
      throw new UnreadableDocument("it has none of oidc, aws, saml and x509");
    }
    String condition = json.text("attributeCondition");
    return new PoolProvider(
        name(json.text("name")),
        "DELETED".equals(json.text("state")),
        json.flag("disabled"),
        mapping(json.object("attributeMapping")),
        condition == null ? "" : condition,
        oidc == null ? null : needed(oidc.text("issuerUri"), "oidc.issuerUri"),
        oidc == null ? List.of() : oidc.texts("allowedAudiences"),
        aws == null ? null : needed(aws.text("accountId"), "aws.accountId"),
        oidc == null ? null : oidc.text("jwksJson"));
  }

  private static String name(@Nullable String name) throws UnreadableDocument {
    if (name == null || ProviderName.of(name).isEmpty()) {
      throw new UnreadableDocument(
          "name is not"
              + " projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER");
    }
    return name;
  }

  private static String needed(@Nullable String value, String name) throws UnreadableDocument {
    if (value == null) {
      throw new UnreadableDocument(name + " is missing");
    }
    return value;
  }

  private static Map<String, String> mapping(@Nullable JsonDocument json)
      throws UnreadableDocument {
    Map<String, String> mapping = new LinkedHashMap<>();
    if (json != null) {
      for (Map.Entry<String, JsonNode> entry : json.root().properties()) {
        String name = "attributeMapping." + entry.getKey();
        mapping.put(entry.getKey(), JsonDocument.text(name, entry.getValue()));
      }
    }
    return mapping;
  }
}
