package dev.crosstrust.identity.aws;

import dev.crosstrust.finding.Finding;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an AWS identity comes to credentials. Holds no secret: those are read when needed. */
public sealed interface Means {
  /**
   * An access key, of a profile or the environment.
   *
   * @param profile null for the environment
   * @param session whether a session token belongs to it
   */
  record Keys(@Nullable String profile, String accessKeyId, boolean session) implements Means {}

  /**
   * A role taken on with other credentials.
   *
   * @param sourceProfile the profile of those; null where they come from elsewhere
   * @param mfa whether the profile names an MFA device, which no SDK asks for
   */
  record AssumedRole(
      String profile,
      String roleArn,
      @Nullable String sessionName,
      @Nullable String externalId,
      @Nullable Duration duration,
      @Nullable String sourceProfile,
      Means source,
      boolean mfa)
      implements Means {}

  /**
   * A role taken on with a token from a file.
   *
   * @param profile null for the environment
   */
  record WebIdentity(
      @Nullable String profile,
      String roleArn,
      @Nullable String sessionName,
      @Nullable Duration duration,
      Path tokenFile)
      implements Means {}

  /**
   * IAM Identity Center.
   *
   * @param cacheKey names the cached token: the sso-session, or the start URL of the older form
   * @param region of the Identity Center, not of the calls
   */
  record SingleSignOn(
      String profile,
      String cacheKey,
      boolean refreshable,
      String region,
      String accountId,
      String roleName)
      implements Means {}

  /**
   * {@code aws login}.
   *
   * @param session the user's ARN, which names the cached credentials
   */
  record Login(String profile, String session) implements Means {}

  /**
   * {@code credential_process}.
   *
   * @param command as configured, secrets taken out
   */
  record Program(String profile, String command) implements Means {}

  /**
   * Something outside of files: a container or instance.
   *
   * @param source for example {@code Ec2InstanceMetadata}
   */
  record Elsewhere(String source) implements Means {}

  /** Settings only, no credentials. */
  record Nothing(String profile) implements Means {}

  /** Nothing can be had from it, and this is why. */
  record Unusable(Finding finding) implements Means {}

  /** The profile whose settings count; null for the environment, or where there is none. */
  default @Nullable String profile() {
    return null;
  }

  /** For people and scripts. */
  default String kind() {
    return switch (this) {
      case Keys keys when keys.profile() == null -> "environment";
      case Keys keys -> keys.session() ? "session-keys" : "static-keys";
      case AssumedRole _ -> "assumed-role";
      case WebIdentity _ -> "web-identity";
      case SingleSignOn _ -> "sso";
      case Login _ -> "login";
      case Program _ -> "credential-process";
      case Elsewhere _ -> "container-or-instance";
      case Nothing _ -> "settings-only";
      case Unusable _ -> "unusable";
    };
  }

  /** Whom it stands for, as far as the files say: an ARN, an account's role, an access key id. */
  default @Nullable String principal() {
    return switch (this) {
      case Keys keys -> keys.accessKeyId();
      case AssumedRole role -> role.roleArn();
      case WebIdentity role -> role.roleArn();
      case SingleSignOn sso -> sso.accountId() + "/" + sso.roleName();
      case Login login -> login.session();
      case Program _, Elsewhere _, Nothing _, Unusable _ -> null;
    };
  }
}
