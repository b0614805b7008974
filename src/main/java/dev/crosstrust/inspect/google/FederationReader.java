package dev.crosstrust.inspect.google;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.google.GoogleApi;
import dev.crosstrust.identity.google.GoogleEndpoints;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.google.PoolProvider;
import dev.crosstrust.trust.google.ProviderDocument;
import tools.jackson.databind.JsonNode;

/**
 * Reads pools, their providers, and service accounts.
 *
 * @see <a
 *     href="https://cloud.google.com/iam/docs/reference/rest/v1/projects.locations.workloadIdentityPools">workloadIdentityPools</a>
 */
public final class FederationReader {
  private final AdminCalls calls;

  /**
   * @param wire not closed with this
   */
  public FederationReader(Wire wire, GoogleEndpoints endpoints, GoogleAccessToken token) {
    this.calls = new AdminCalls(wire, endpoints, token);
  }

  /**
   * A pool.
   *
   * @param name {@code projects/P/locations/global/workloadIdentityPools/POOL}
   */
  public Outcome<Pool> pool(String name) {
    return calls
        .get("iam", "workloadIdentityPools.get", "/v1/" + name)
        .map(
            json ->
                new Pool(json.path("name").asString(name), deleted(json), flag(json, "disabled")));
  }

  /**
   * A provider.
   *
   * @param name its pool's, then {@code /providers/PROVIDER}
   */
  public Outcome<PoolProvider> provider(String name) {
    return calls
        .get("iam", "workloadIdentityPoolProviders.get", "/v1/" + name)
        .then(FederationReader::provider);
  }

  private static Outcome<PoolProvider> provider(JsonNode json) {
    try {
      return Outcome.done(ProviderDocument.read(json));
    } catch (UnreadableDocument e) {
      return Outcome.broken(
          Outcome.Breakage.Kind.NOT_UNDERSTOOD,
          "The provider is not as expected: %s".formatted(e.getMessage()));
    }
  }

  /**
   * A service account.
   *
   * @param email which tells its project too
   */
  public Outcome<ServiceAccount> serviceAccount(String email) {
    return calls
        .get("iam", "serviceAccounts.get", "/v1/projects/-/serviceAccounts/" + segment(email))
        .map(
            json ->
                new ServiceAccount(
                    json.path("email").asString(email),
                    json.path("uniqueId").asString(""),
                    flag(json, "disabled")));
  }

  static String segment(String text) {
    return GoogleApi.segment(text);
  }

  private static boolean deleted(JsonNode json) {
    return json.path("state").asString("").equals("DELETED");
  }

  private static boolean flag(JsonNode json, String name) {
    return json.path(name).asBoolean(false);
  }
}
