package dev.crosstrust.ui.explain;

import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.aws.OidcProvider;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The IAM OIDC providers of an account: a JSON list of {@code Url} and {@code ClientIDList}. */
final class GivenProviders {
  private GivenProviders() {}

  static List<OidcProvider> read(String text) throws UnreadableDocument {
    JsonNode list;
    try {
      list = GivenDocument.JSON.readTree(text);
    } catch (JacksonException e) {
      throw new UnreadableDocument("this is no JSON");
    }
    if (!list.isArray()) {
      throw new UnreadableDocument("this is no list of providers");
    }
    List<OidcProvider> providers = new ArrayList<>();
    for (JsonNode each : list) {
      String url = each.path("Url").stringValue("").replaceFirst("^https://", "");
      List<String> clients = new ArrayList<>();
      each.path("ClientIDList").forEach(client -> clients.add(client.stringValue("")));
      providers.add(new OidcProvider(each.path("Arn").stringValue(""), url, clients));
    }
    return providers;
  }
}
