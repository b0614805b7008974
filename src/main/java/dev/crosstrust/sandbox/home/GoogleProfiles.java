package dev.crosstrust.sandbox.home;

/**
 * What the gcloud configurations hold.
 *
 * @param project id of the project, the default of both configurations
 * @param key of the service account that {@code demo-gke} uses
 * @param user who is signed in under {@code demo-user}
 */
public record GoogleProfiles(String project, Key key, SignedInUser user) {

  /**
   * A service account's key.
   *
   * @param id 40 hexadecimal digits
   * @param privateKeyPem PKCS#8
   * @param uniqueId the account's numeric id
   */
  public record Key(String email, String uniqueId, String id, String privateKeyPem) {
    @Override
    public String toString() {
      return "Key[" + id + " of " + email + "]";
    }
  }

  /**
   * A user who signed in.
   *
   * @param clientId the OAuth client he used
   */
  public record SignedInUser(
      String email, String clientId, String clientSecret, String refreshToken) {
    @Override
    public String toString() {
      return "SignedInUser[" + email + "]";
    }
  }
}
