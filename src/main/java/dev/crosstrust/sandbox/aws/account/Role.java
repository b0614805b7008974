package dev.crosstrust.sandbox.aws.account;

import dev.crosstrust.sandbox.aws.policy.PolicyDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A role as it stands at one moment; a change makes another value, see {@link Account#changeRole}.
 *
 * @param path begins and ends with a slash
 * @param id {@code AROA…}; a role made anew under an old name has another
 * @param maxSessionDuration one hour for a new role, up to twelve
 */
public record Role(
    String account,
    String path,
    String name,
    String id,
    Instant created,
    PolicyDocument trustPolicy,
    Permissions permissions,
    Duration maxSessionDuration) {

  /** The ARN, with the path. */
  public String arn() {
    return "arn:aws:iam::" + account + ":role" + path + name;
  }

  /** The ARN of a session, which has no path. */
  public String sessionArn(String sessionName) {
    return "arn:aws:sts::" + account + ":assumed-role/" + name + "/" + sessionName;
  }

  /** The same role at another path. */
  public Role at(String newPath) {
    return new Role(
        account, newPath, name, id, created, trustPolicy, permissions, maxSessionDuration);
  }

  /** The same role with another trust policy, in JSON. */
  public Role trusting(String json) {
    PolicyDocument trust = PolicyDocument.trust(json);
    return new Role(account, path, name, id, created, trust, permissions, maxSessionDuration);
  }

  /** The same role with a managed policy more. */
  public Role attach(ManagedPolicy policy) {
    return with(permissions.attach(policy));
  }

  /** The same role without a managed policy. */
  public Role detach(String policyArn) {
    return with(permissions.detach(policyArn));
  }

  /** The same role with an inline policy, new or replaced, in JSON. */
  public Role inline(String policyName, String json) {
    return with(permissions.inline(policyName, PolicyDocument.identity(json)));
  }

  /** The same role under a permissions boundary. */
  public Role boundary(ManagedPolicy policy) {
    return with(permissions.boundary(Optional.of(policy)));
  }

  /** The same role with sessions of at most this length. */
  public Role maxSession(Duration longest) {
    return new Role(account, path, name, id, created, trustPolicy, permissions, longest);
  }

  /** The same role with all its permissions replaced. */
  public Role with(Permissions others) {
    return new Role(account, path, name, id, created, trustPolicy, others, maxSessionDuration);
  }
}
