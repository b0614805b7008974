package dev.crosstrust.token;

import dev.crosstrust.secret.Secret;
import tools.jackson.databind.node.ObjectNode;

/** A token that was read. Nothing in it is true because it is in it. */
public sealed interface Token permits Jwt, SignedRequest {
  /** As it was given, without white space around it. */
  Secret raw();

  /** How many characters that has. */
  default int length() {
    return raw().reveal().length();
  }

  /** The JOSE header in its own order; empty for a signed request. Not to be changed. */
  ObjectNode header();

  /**
   * What it claims, in its own order and with its own JSON types; without anything secret. Not to
   * be changed.
   */
  ObjectNode claims();

  /** Who made it, by the look of it. */
  Family family();
}
