package dev.crosstrust.trust.aws;

import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.aws.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The IAM OIDC providers of an account, as JSON: a list of what {@code GetOpenIDConnectProvider}
 * returns, each with its {@code Url} and {@code ClientIDList}; an {@code Arn} may be added. An
 * empty list of {@code ListOpenIDConnectProviders} is one too.
 */
public final class ProvidersDocument {
  /** A POSIX shell's command that writes such a list. */
  static final String MAKING =
      "{ sep='['; for arn in $(aws iam list-open-id-connect-providers --query"
          + " 'OpenIDConnectProviderList[].Arn' --output text); do printf '%s' \"$sep\"; sep=,;"
          + " aws iam get-open-id-connect-provider --open-id-connect-provider-arn \"$arn\""
          + " --output json; done; [ \"$sep\" = , ] || printf '['; echo ']'; } > providers.json";

  private ProvidersDocument() {}

  /**
   * Reads them.
   *
   * @throws UnreadableDocument with the place where it is something else
   */
  public static List<OidcProvider> read(String text) throws UnreadableDocument {
    JsonNode json = PolicyDocument.read(text, "the list of providers");
    if (!json.isArray() && !json.isObject()) {
      throw new UnreadableDocument("a JSON list of providers is wanted");
    }
    JsonNode listed = json.path("OpenIDConnectProviderList");
    if (listed.isArray()) {
      return ofList(listed);
    }
    List<OidcProvider> providers = new ArrayList<>();
    for (JsonNode one : json.isArray() ? json.values() : List.of(json)) {
      providers.add(provider(one, "provider %d".formatted(providers.size() + 1)));
    }
    return providers;
  }

  /** Of what {@code ListOpenIDConnectProviders} returns: no more than whether there are any. */
  private static List<OidcProvider> ofList(JsonNode listed) throws UnreadableDocument {
    if (!listed.isEmpty()) {
      throw new UnreadableDocument(
          "these are the providers' ARNs only; this makes the file: " + MAKING);
    }
    return List.of();
  }

  private static OidcProvider provider(JsonNode json, String where) throws UnreadableDocument {
    String url = json.path("Url").stringValue("");
    JsonNode clients = json.path("ClientIDList");
    if (url.isEmpty()) {
      throw new UnreadableDocument(where + " has no Url");
    }
    if (!clients.isArray() || !clients.valueStream().allMatch(JsonNode::isString)) {
      throw new UnreadableDocument(where + " has no ClientIDList, a list of texts");
    }
    String arn = json.path("Arn").stringValue("");
    if (!arn.isEmpty() && RoleArn.accountOf(arn).isEmpty()) {
      throw new UnreadableDocument(where + " has an Arn that is none: " + arn);
    }
    return new OidcProvider(
        arn, Issuer.bare(url), clients.valueStream().map(it -> it.stringValue("")).toList());
  }
}
