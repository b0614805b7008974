package dev.crosstrust.sandbox.google.policy;

/**
 * When a binding holds.
 *
 * @param title short text for people, required
 * @param description longer text for people; empty for none
 * @param expression CEL over {@code resource} and {@code request}
 * @see <a href="https://cloud.google.com/iam/docs/conditions-overview">IAM Conditions</a>
 */
public record Condition(String title, String description, String expression) {
  /** A condition without a description. */
  public Condition(String title, String expression) {
    this(title, "", expression);
  }
}
