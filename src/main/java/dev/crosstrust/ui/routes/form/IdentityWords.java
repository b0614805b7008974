package dev.crosstrust.ui.routes.form;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Cloud;
import dev.crosstrust.identity.Identity;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of an identity where it is chosen. */
final class IdentityWords {
  private IdentityWords() {}

  /** Kind and whether it can be used; below, whom it stands for. */
  static String about(Identity identity) {
    String kind =
        Stream.of(
                identity.kind().replace('-', ' '),
                state(identity),
                identity.active() ? active(identity.cloud()) : "")
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" · "));
    return identity.principal() == null ? kind : kind + "\n" + identity.principal();
  }

  /** Why it cannot be used as it is; empty where nothing is known against it. */
  static String trouble(Optional<Identity> known, String id) {
    if (known.isEmpty()) {
      return id.isEmpty() || id.startsWith("key:") ? "" : "Not on this machine.";
    }
    Identity identity = known.get();
    return switch (identity.state()) {
      case READY, UNKNOWN -> "";
      case NEEDS_SIGN_IN, BROKEN ->
          identity.findings().stream()
              .findFirst()
              .map(Finding::title)
              .orElseGet(() -> "It " + state(identity) + ".");
    };
  }

  private static String active(Cloud cloud) {
    return switch (cloud) {
      case GOOGLE -> "active in gcloud";
      case AWS -> "active in aws";
    };
  }

  private static String state(Identity identity) {
    return switch (identity.state()) {
      case READY -> "ready";
      case NEEDS_SIGN_IN -> "needs sign-in";
      case BROKEN -> "broken";
      case UNKNOWN -> "";
    };
  }
}
