package dev.crosstrust.sandbox.aws.policy;

/** What a statement does to the requests it matches. */
public enum Effect {
  ALLOW,
  DENY
}
