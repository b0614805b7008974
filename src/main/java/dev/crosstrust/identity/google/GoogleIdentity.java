package dev.crosstrust.identity.google;

import dev.crosstrust.identity.Identity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody this machine can be at Google, and what tokens are made from. Holds no secret.
 *
 * @param shown as it is listed
 * @param project the project its settings name
 * @param impersonate gcloud's property {@code auth/impersonate_service_account}: delegates first,
 *     the target last; empty when not set
 */
public record GoogleIdentity(
    Identity shown,
    GoogleSource source,
    @Nullable String project,
    List<String> impersonate,
    GoogleEndpoints endpoints) {
  public GoogleIdentity {
    impersonate = List.copyOf(impersonate);
  }
}
