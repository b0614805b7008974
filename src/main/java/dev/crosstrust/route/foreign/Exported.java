package dev.crosstrust.route.foreign;

/** A route in another tool's form, or why it has none. */
public sealed interface Exported {
  /**
   * The file's content, without any secret.
   *
   * @param content text that ends in a line break
   */
  record Good(String content) implements Exported {}

  /**
   * The form does not fit the route.
   *
   * @param message one sentence
   */
  record Bad(String message) implements Exported {}
}
