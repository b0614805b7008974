package dev.crosstrust.setup;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import java.util.List;
import java.util.Optional;

/** The identity that a route starts from, as far as this machine's files tell. */
final class LocalItem {
  private LocalItem() {}

  static SetupItem of(String id, Optional<Identity> found) {
    String item = "Identity %s is ready on this machine".formatted(id);
    if (found.isEmpty()) {
      return Need.of(item).missing("This machine has no such identity");
    }
    Identity identity = found.get();
    List<Fix> fixes = identity.findings().stream().flatMap(it -> it.fix().stream()).toList();
    Need need = new Need(item, fixes);
    String who = identity.principal() == null ? identity.kind() : identity.principal();
    return switch (identity.state()) {
      case READY -> need.present("%s, from %s".formatted(who, identity.source()));
      case NEEDS_SIGN_IN, BROKEN -> need.missing(why(identity));
      case UNKNOWN -> need.unknown(why(identity));
    };
  }

  private static String why(Identity identity) {
    return identity.findings().stream()
        .findFirst()
        .map(Finding::title)
        .orElse("Its files do not tell whether it can be used");
  }
}
