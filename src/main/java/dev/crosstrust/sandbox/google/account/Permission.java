package dev.crosstrust.sandbox.google.account;

/** What one may be allowed to do with a service account. */
public final class Permission {
  public static final String GET_ACCESS_TOKEN = "iam.serviceAccounts.getAccessToken";
  public static final String GET_OPEN_ID_TOKEN = "iam.serviceAccounts.getOpenIdToken";

  /** To pass through an account on the way to the next one of a delegation chain. */
  public static final String IMPLICIT_DELEGATION = "iam.serviceAccounts.implicitDelegation";

  public static final String SIGN_BLOB = "iam.serviceAccounts.signBlob";
  public static final String SIGN_JWT = "iam.serviceAccounts.signJwt";

  private Permission() {}
}
