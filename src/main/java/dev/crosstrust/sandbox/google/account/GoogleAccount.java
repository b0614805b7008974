package dev.crosstrust.sandbox.google.account;

import java.util.Set;

/** Somebody with an e-mail address at Google. */
public sealed interface GoogleAccount extends Principal permits ServiceAccount, User {
  String email();

  /** The numeric id that ID tokens carry as {@code sub}. */
  String subject();

  /** The member that means this account alone, for example {@code user:ada@example.com}. */
  String member();

  @Override
  default Set<String> members() {
    return Set.of(member(), "allUsers", "allAuthenticatedUsers");
  }

  @Override
  default String called() {
    return email();
  }

  /** E-mail addresses are the same in any case. */
  @Override
  default boolean isNamedBy(String member) {
    return Principal.super.isNamedBy(member) || member.equalsIgnoreCase(member());
  }
}
