package dev.crosstrust.sandbox.google.account;

import java.util.Set;

/** Somebody who can hold an access token. */
public sealed interface Principal permits GoogleAccount, FederatedPrincipal {

  /**
   * Every string by which a binding of an allow policy may name this principal.
   *
   * @see <a href="https://cloud.google.com/iam/docs/principal-identifiers">Principal
   *     identifiers</a>
   */
  Set<String> members();

  /** What refusals call it: the e-mail, or {@code Caller} for somebody who has none. */
  String called();

  /** Whether a binding on this member is about this principal. */
  default boolean isNamedBy(String member) {
    return members().contains(member);
  }
}
