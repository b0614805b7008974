package dev.crosstrust.sandbox.google.token;

import dev.crosstrust.sandbox.google.account.Principal;
import java.time.Instant;
import java.util.List;

/**
 * An opaque access token.
 *
 * @param audience the OAuth client it was given to; for a service account its unique id, for a
 *     federated principal its pool provider
 */
public record AccessToken(
    String value, Principal holder, String audience, List<String> scopes, Instant expires) {
  @Override
  public String toString() {
    return "AccessToken[" + holder.called() + " until " + expires + "]";
  }
}
