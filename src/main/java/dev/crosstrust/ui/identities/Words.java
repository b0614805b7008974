package dev.crosstrust.ui.identities;

import dev.crosstrust.identity.Cloud;
import dev.crosstrust.identity.Identity;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an identity is, in words for people. */
final class Words {
  private Words() {}

  static String cloud(Cloud cloud) {
    return switch (cloud) {
      case GOOGLE -> "Google Cloud";
      case AWS -> "AWS";
    };
  }

  static String state(Identity.State state) {
    return switch (state) {
      case READY -> "ready";
      case NEEDS_SIGN_IN -> "needs sign-in";
      case BROKEN -> "broken";
      case UNKNOWN -> "unknown";
    };
  }

  /** Who would use it now, were it called without further words. */
  static String active(Cloud cloud) {
    return switch (cloud) {
      case GOOGLE -> "active in gcloud";
      case AWS -> "active in aws";
    };
  }

  /** Kinds that have no words of their own are readable as they are. */
  static String kind(String kind) {
    return switch (kind) {
      case "service-account-key" -> "Service account key";
      case "user" -> "User account";
      case "workforce-user" -> "User of a workforce pool";
      case "impersonated-service-account" -> "Impersonated service account";
      case "external-account-file" -> "Federated, by a token in a file";
      case "external-account-url" -> "Federated, by a token from a URL";
      case "external-account-executable" -> "Federated, by a token from a program";
      case "external-account-aws" -> "Federated, by AWS credentials";
      case "external-account-other" -> "Federated, by an unknown source";
      case "distributed-cloud-service-account" -> "Service account of Distributed Cloud";
      case "access-token-file" -> "Access token in a file";
      case "environment" -> "Keys in the environment";
      case "session-keys" -> "Temporary keys";
      case "static-keys" -> "Long-lived keys";
      case "assumed-role" -> "Role, assumed with another profile";
      case "web-identity" -> "Role, assumed with a web identity token";
      case "sso" -> "IAM Identity Center sign-in";
      case "login" -> "Console sign-in by aws login";
      case "credential-process" -> "Credentials from a program";
      case "container-or-instance" -> "Role of a container or instance";
      case "settings-only" -> "Settings without credentials";
      case "none", "unusable" -> "Nothing usable";
      default -> kind.replace('-', ' ');
    };
  }

  /** A row for those who hear it. */
  static String spoken(Identity identity) {
    return Stream.of(
            identity.id(),
            kind(identity.kind()).toLowerCase(Locale.ROOT),
            identity.principal() == null ? "" : identity.principal(),
            state(identity.state()),
            identity.active() ? active(identity.cloud()) : "",
            findings(identity.findings().size()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  static String findings(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> "1 finding";
      default -> count + " findings";
    };
  }
}
