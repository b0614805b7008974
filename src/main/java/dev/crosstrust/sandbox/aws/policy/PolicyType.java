package dev.crosstrust.sandbox.aws.policy;

/**
 * The kinds of policies that take part in a decision, with their names in AWS's messages.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access
 *     denied error messages</a>
 */
public enum PolicyType {
  IDENTITY("an", "identity-based policy"),
  PERMISSIONS_BOUNDARY("a", "permissions boundary"),
  SESSION("a", "session policy"),
  RESOURCE("a", "resource-based policy"),
  ROLE_TRUST("the", "role trust policy");

  private final String article;
  private final String words;

  PolicyType(String article, String words) {
    this.article = article;
    this.words = words;
  }

  /** The clause of a refusal for want of an Allow. */
  public String noAllow(String action) {
    return "because no " + words + " allows the " + action + " action";
  }

  /** The clause of a refusal by a Deny; names the policy when it is a managed one. */
  public String explicitDeny(AttachedPolicy policy) {
    String clause = "with an explicit deny in " + article + " " + words;
    return policy.arn().map(arn -> clause + ": " + arn).orElse(clause);
  }
}
