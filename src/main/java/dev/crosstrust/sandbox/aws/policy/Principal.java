package dev.crosstrust.sandbox.aws.policy;

import java.util.Set;

/** Who asks, as the {@code Principal} element of a policy may name them. */
public sealed interface Principal {
  /**
   * Somebody of an AWS account.
   *
   * @param account the twelve digits
   * @param arns every ARN by which a policy may mean this caller: of a role session the session's
   *     and the role's
   */
  record Aws(String account, Set<String> arns) implements Principal {}

  /**
   * Somebody an identity provider vouches for.
   *
   * @param names the provider as a policy may write it: a built-in provider's name, the ARN of a
   *     registered one
   */
  record Federated(Set<String> names) implements Principal {}
}
