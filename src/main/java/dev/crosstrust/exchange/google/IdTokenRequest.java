package dev.crosstrust.exchange.google;

import java.util.List;

/**
 * What an ID token is asked for.
 *
 * @param audience the wanted {@code aud}; a user's token has one of its own, whatever is asked
 * @param impersonate delegates first, the service account it shall stand for last; may be empty
 * @param includeEmail whether an impersonated account's token shall say its {@code email}
 */
public record IdTokenRequest(String audience, List<String> impersonate, boolean includeEmail) {
  public IdTokenRequest {
    impersonate = List.copyOf(impersonate);
  }
}
