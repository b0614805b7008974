package dev.crosstrust.sandbox.google.account;

import org.jspecify.annotations.Nullable;

/**
 * A person.
 *
 * @param subject 21 digits
 * @param hostedDomain the Workspace domain, the claim {@code hd}; null for a consumer account
 */
public record User(String email, String subject, @Nullable String hostedDomain)
    implements GoogleAccount {
  @Override
  public String member() {
    return "user:" + email;
  }
}
