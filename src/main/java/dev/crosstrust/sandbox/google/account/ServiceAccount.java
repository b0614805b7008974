package dev.crosstrust.sandbox.google.account;

/**
 * A service account.
 *
 * @param uniqueId 21 digits, never reused
 * @param project the id of its project
 * @param disabled a disabled account gets no tokens
 */
public record ServiceAccount(String email, String uniqueId, String project, boolean disabled)
    implements GoogleAccount {
  @Override
  public String subject() {
    return uniqueId;
  }

  @Override
  public String member() {
    return "serviceAccount:" + email;
  }
}
