package dev.crosstrust.inspect.google;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.google.Addresses;
import dev.crosstrust.evidence.google.GoogleApi;
import dev.crosstrust.identity.google.GoogleEndpoints;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reading calls of Google's APIs, one leg each, labelled {@code service.method}.
 *
 * @param endpoints where gcloud's settings find the services
 */
record AdminCalls(Wire wire, GoogleEndpoints endpoints, GoogleAccessToken token) {

  /**
   * A GET.
   *
   * @param path from the service's root, encoded
   */
  Outcome<JsonNode> get(String service, String method, String path) {
    return Addresses.trusted(address(service, path))
        .then(uri -> new GoogleApi(wire).get(label(service, method), uri, token.token().reveal()));
  }

  /** A POST that reads all the same. */
  Outcome<JsonNode> post(String service, String method, String path, Map<String, ?> body) {
    return Addresses.trusted(address(service, path))
        .then(
            uri ->
                new GoogleApi(wire)
                    .json(label(service, method), uri, token.token().reveal(), body));
  }

  private static Label label(String service, String method) {
    return Label.of(service + "." + method, service, method);
  }

  /** Overrides for gcloud end with the path of the API where its own addresses do. */
  private String address(String service, String path) {
    return endpoints.of(service).replaceFirst("/(storage/v1|bigquery/v2)$", "") + path;
  }
}
