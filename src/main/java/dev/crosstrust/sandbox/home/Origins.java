package dev.crosstrust.sandbox.home;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the two clouds listen, and which real places they stand in for.
 *
 * @param aws for example {@code http://127.0.0.1:8080}
 * @param google for example {@code http://127.0.0.1:8081}
 * @param outboundIssuer the account's own OIDC issuer, an https URL that the AWS side answers for
 */
public record Origins(URI aws, URI google, String outboundIssuer) {
  private static final List<String> GOOGLE_HOSTS =
      List.of(
          "accounts.google.com",
          "oauth2.googleapis.com",
          "openidconnect.googleapis.com",
          "www.googleapis.com",
          "iam.googleapis.com",
          "iamcredentials.googleapis.com",
          "sts.googleapis.com",
          "storage.googleapis.com",
          "bigquery.googleapis.com",
          "cloudresourcemanager.googleapis.com",
          "serviceusage.googleapis.com",
          "container.googleapis.com");

  /**
   * Real origin to loopback origin. AWS's own services are not in it: their signatures cover the
   * host, so clients reach them by the endpoints of the profile.
   */
  public Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    GOOGLE_HOSTS.forEach(host -> table.put("https://" + host, google.toString()));
    table.put(outboundIssuer, aws.toString());
    return table;
  }
}
