package dev.crosstrust.exchange.google;

import dev.crosstrust.identity.google.GoogleIdentity;
import dev.crosstrust.identity.google.GoogleSource;
import dev.crosstrust.identity.google.GoogleSource.Impersonated;
import java.util.ArrayList;
import java.util.List;

/**
 * Who signs in, and whom it goes on to be. Impersonation that a file of credentials prescribes
 * comes first; in one call with what else is asked for, since each member needs the same permission
 * on the next either way.
 *
 * @param source never {@link Impersonated}
 * @param accounts delegates first, the target last; empty when nobody is impersonated
 */
record Chain(GoogleSource source, List<String> accounts) {
  /**
   * The way to a token.
   *
   * @param wanted asked for here; takes the place of gcloud's property, as its flag does
   */
  static Chain of(GoogleIdentity identity, List<String> wanted) {
    List<String> accounts = new ArrayList<>(wanted.isEmpty() ? identity.impersonate() : wanted);
    GoogleSource source = identity.source();
    while (source instanceof Impersonated outer) {
      accounts.add(0, outer.target());
      accounts.addAll(0, outer.delegates());
      source = outer.source();
    }
    return new Chain(source, List.copyOf(accounts));
  }
}
