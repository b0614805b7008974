package dev.crosstrust.sandbox.aws.policy;

import java.util.Optional;

/**
 * A policy in the place where it works.
 *
 * @param arn set for managed policies; an inline policy has none
 */
public record AttachedPolicy(Optional<String> arn, PolicyDocument document) {
  /** A managed policy. */
  public static AttachedPolicy managed(String arn, PolicyDocument document) {
    return new AttachedPolicy(Optional.of(arn), document);
  }

  /** A policy without a name of its own in messages. */
  public static AttachedPolicy inline(PolicyDocument document) {
    return new AttachedPolicy(Optional.empty(), document);
  }
}
