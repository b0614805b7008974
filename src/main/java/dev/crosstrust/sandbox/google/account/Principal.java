package dev.crosstrust.sandbox.google.account;

/** Somebody who can hold a token. */
public sealed interface Principal permits ServiceAccount, User {
  String email();

  /** The numeric id that ID tokens carry as {@code sub}. */
  String subject();

  /** How a binding names this principal, for example {@code user:ada@example.com}. */
  String member();
}
