package dev.crosstrust.identity.google;

import java.util.Map;

/**
 * Which Google an identity belongs to.
 *
 * @param universe {@code googleapis.com}, or the domain of a sovereign cloud
 * @param overrides gcloud's {@code api_endpoint_overrides}, as written, by service
 */
public record GoogleEndpoints(String universe, Map<String, String> overrides) {
  /** The universe of everybody who names none. */
  public static final String DEFAULT_UNIVERSE = "googleapis.com";

  public GoogleEndpoints {
    overrides = Map.copyOf(overrides);
  }

  /**
   * The address of a service without its closing slash, as written: not yet known to be a valid
   * one.
   *
   * @param service for example {@code iamcredentials}
   */
  public String of(String service) {
    String address = overrides.getOrDefault(service, "https://" + service + "." + universe);
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
