package dev.crosstrust.sandbox.aws.account;

import dev.crosstrust.sandbox.aws.policy.PolicyDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * A user as it stands at one moment.
 *
 * @param path begins and ends with a slash
 * @param id {@code AIDA…}
 */
public record User(
    String account, String path, String name, String id, Instant created, Permissions permissions) {

  /** The ARN, with the path. */
  public String arn() {
    return "arn:aws:iam::" + account + ":user" + path + name;
  }

  /** The same user with a managed policy more. */
  public User attach(ManagedPolicy policy) {
    return with(permissions.attach(policy));
  }

  /** The same user with an inline policy, new or replaced, in JSON. */
  public User inline(String policyName, String json) {
    return with(permissions.inline(policyName, PolicyDocument.identity(json)));
  }

  /** The same user under a permissions boundary. */
  public User boundary(ManagedPolicy policy) {
    return with(permissions.boundary(Optional.of(policy)));
  }

  /** The same user with all its permissions replaced. */
  public User with(Permissions others) {
    return new User(account, path, name, id, created, others);
  }
}
