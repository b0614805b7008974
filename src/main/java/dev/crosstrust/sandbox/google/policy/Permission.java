package dev.crosstrust.sandbox.google.policy;

/** What one may be allowed to do with a service account, by the names that the code asks for. */
public final class Permission {
  public static final String GET_ACCESS_TOKEN = "iam.serviceAccounts.getAccessToken";
  public static final String GET_OPEN_ID_TOKEN = "iam.serviceAccounts.getOpenIdToken";

  /** To pass through an account on the way to the next one of a delegation chain. */
  public static final String IMPLICIT_DELEGATION = "iam.serviceAccounts.implicitDelegation";

  private Permission() {}
}
