package dev.crosstrust.sandbox.aws;

import java.util.List;
import java.util.Map;

/** Decides from policies whether a caller may do a thing. */
@FunctionalInterface
public interface Authorizer {
  /**
   * @param action for example {@code s3:PutObject}
   * @param resource the ARN, or {@code *} where the action has no resource
   * @param context condition keys beyond those that follow from the caller and the clock
   */
  Decision decide(Caller caller, String action, String resource, Map<String, List<String>> context);

  /** The answer: yes, or no with the clause that AWS appends to its message. */
  sealed interface Decision {
    /** Some statement allows it and none denies it. */
    record Allowed() implements Decision {}

    /**
     * @param because the reason clause of the message, for example {@code because no identity-based
     *     policy allows the s3:PutObject action}
     */
    record Denied(String because) implements Decision {}
  }
}
