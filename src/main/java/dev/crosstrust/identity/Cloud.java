package dev.crosstrust.identity;

/** Whose identity it is. */
public enum Cloud {
  GOOGLE,
  AWS
}
