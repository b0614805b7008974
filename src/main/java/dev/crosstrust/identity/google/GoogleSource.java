package dev.crosstrust.identity.google;

import dev.crosstrust.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an identity's tokens are made from. No kind of it holds a secret. */
public sealed interface GoogleSource {
  /** A downloaded key: {@code "type": "service_account"}. */
  record ServiceAccountKey(
      CredentialPlace place, String email, @Nullable String keyId, String tokenUri)
      implements GoogleSource {}

  /**
   * A user's refresh token in a file: {@code "type": "authorized_user"}.
   *
   * @param clientId the audience of every ID token that comes from it
   */
  record AuthorizedUser(
      CredentialPlace place, String clientId, String tokenUri, @Nullable String account)
      implements GoogleSource {}

  /** An account of gcloud's own store, which only gcloud should open. */
  record GcloudAccount(String configuration, String account, Login login) implements GoogleSource {
    /** The client of gcloud, to which the ID tokens of its users are issued. */
    public static final String AUDIENCE = "32555940559.apps.googleusercontent.com";

    /** How the account signed in, as far as files tell. */
    public enum Login {
      USER,
      /** A user of a workforce pool. */
      WORKFORCE,
      /** There is no file of it: perhaps gcloud knows it, more likely it is not signed in. */
      NOT_SEEN
    }
  }

  /** {@code "type": "impersonated_service_account"}. */
  record Impersonated(
      CredentialPlace place, String target, List<String> delegates, GoogleSource source)
      implements GoogleSource {
    public Impersonated {
      delegates = List.copyOf(delegates);
    }
  }

  /**
   * {@code "type": "external_account"}: workload or workforce federation.
   *
   * @param impersonates the service account it goes on to, if any
   */
  record Federated(
      CredentialPlace place, String audience, SubjectSource subject, @Nullable String impersonates)
      implements GoogleSource {}

  /** {@code "type": "external_account_authorized_user"}: a signed-in user of a workforce pool. */
  record FederatedUser(CredentialPlace place, String audience) implements GoogleSource {}

  /** {@code "type": "gdch_service_account"}: of Google Distributed Cloud. */
  record DistributedCloudAccount(CredentialPlace place, String name) implements GoogleSource {}

  /** The property {@code auth/access_token_file}: an access token that something else made. */
  record AccessTokenFile(Path file) implements GoogleSource {}

  /** A type newer than this program, or a misspelt one. */
  record UnknownType(CredentialPlace place, String type) implements GoogleSource {}

  /**
   * Nothing to make tokens from.
   *
   * @param needsSignIn whether signing in would mend it
   */
  record Unusable(Finding why, boolean needsSignIn) implements GoogleSource {}

  /** The word for it in lists and scripts. */
  default String kind() {
    return switch (this) {
      case ServiceAccountKey _ -> "service-account-key";
      case AuthorizedUser _ -> "user";
      case GcloudAccount(_, _, GcloudAccount.Login login) ->
          login == GcloudAccount.Login.WORKFORCE ? "workforce-user" : "user";
      case Impersonated _ -> "impersonated-service-account";
      case Federated federated -> "external-account-" + federated.subject().kind();
      case FederatedUser _ -> "workforce-user";
      case DistributedCloudAccount _ -> "distributed-cloud-service-account";
      case AccessTokenFile _ -> "access-token-file";
      case UnknownType _ -> "unknown";
      case Unusable _ -> "none";
    };
  }

  /** Whom it stands for, where the files say so. */
  default @Nullable String principal() {
    return switch (this) {
      case ServiceAccountKey key -> key.email();
      case AuthorizedUser user -> user.account();
      case GcloudAccount user -> user.account();
      case Impersonated impersonated -> impersonated.target();
      case Federated federated -> federated.impersonates();
      case DistributedCloudAccount account -> account.name();
      case FederatedUser _, AccessTokenFile _, UnknownType _, Unusable _ -> null;
    };
  }
}
