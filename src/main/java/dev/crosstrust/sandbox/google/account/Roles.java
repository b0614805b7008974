package dev.crosstrust.sandbox.google.account;

import java.util.Set;

/**
 * The predefined roles that let somebody act as a service account, with the permissions that matter
 * here.
 *
 * @see <a href="https://cloud.google.com/iam/docs/service-account-permissions">Roles for service
 *     account authentication</a>
 */
public final class Roles {
  public static final String TOKEN_CREATOR = "roles/iam.serviceAccountTokenCreator";
  public static final String OPEN_ID_TOKEN_CREATOR = "roles/iam.serviceAccountOpenIdTokenCreator";
  public static final String WORKLOAD_IDENTITY_USER = "roles/iam.workloadIdentityUser";

  private Roles() {}

  /** What a role gives on a service account; nothing when there is no such role. */
  static Set<String> permissions(String role) {
    return switch (role) {
      case TOKEN_CREATOR ->
          Set.of(
              Permission.GET_ACCESS_TOKEN,
              Permission.GET_OPEN_ID_TOKEN,
              Permission.IMPLICIT_DELEGATION,
              Permission.SIGN_BLOB,
              Permission.SIGN_JWT);
      case OPEN_ID_TOKEN_CREATOR -> Set.of(Permission.GET_OPEN_ID_TOKEN);
      case WORKLOAD_IDENTITY_USER ->
          Set.of(Permission.GET_ACCESS_TOKEN, Permission.GET_OPEN_ID_TOKEN);
      default -> Set.of();
    };
  }
}
