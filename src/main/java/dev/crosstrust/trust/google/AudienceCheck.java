package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The token's audience: one of the provider's own list or, where that is empty, the provider's
 * name.
 *
 * @param names the provider's
 * @param has the token's
 */
record AudienceCheck(Names names, List<String> has) {
  private PoolProvider provider() {
    return names.provider();
  }

  List<String> expected() {
    return provider().taken(names.full());
  }

  Match match() {
    if (has.isEmpty()) {
      return Match.ABSENT;
    }
    if (expected().containsAll(has)) {
      return Match.MATCH;
    }
    return has.stream().anyMatch(expected()::contains) ? Match.UNKNOWN : Match.MISMATCH;
  }

  Judged judged() {
    return switch (match()) {
      case MATCH, UNCHECKED -> Judged.passed();
      case UNKNOWN -> Judged.open(several());
      case ABSENT, MISMATCH -> Judged.refused(mismatch());
    };
  }

  private Finding several() {
    return Finding.warning(
            "google.audience-mismatch", "The token is for several audiences, not all of them here")
        .because(
            "It is for %s.".formatted(String.join(" and ", has)),
            "Google does not say what it makes of the others.")
        .fix(Fix.of("Ask for a token with one audience."))
        .confidence(Confidence.POSSIBLE)
        .source(Pages.TOKEN);
  }

  private Finding mismatch() {
    if (has.size() == 1 && provider().audiences().isEmpty()) {
      Optional<Finding> known = names.mistake("The token's audience", has.getFirst());
      if (known.isPresent()) {
        return known.get();
      }
    }
    return Finding.error(
            "google.audience-mismatch",
            has.isEmpty()
                ? "The token names no audience"
                : "The token is for another audience: %s".formatted(String.join(", ", has)))
        .because(because())
        .fix(fixes())
        .source(Pages.TOKEN);
  }

  private String[] because() {
    List<String> lines = new ArrayList<>();
    if (provider().audiences().isEmpty()) {
      lines.add(
          "The provider has no allowed audiences, so it takes its own name alone, with or without"
              + " https:.");
    } else {
      lines.add("The provider takes %s.".formatted(String.join(" or ", provider().audiences())));
      if (names.ofToken().containsAll(has) && !has.isEmpty()) {
        lines.add("A provider with allowed audiences no longer takes its own name.");
      }
      provider().audiences().stream()
          .filter(one -> has.stream().anyMatch(one::equalsIgnoreCase))
          .forEach(one -> lines.add("%s differs in case only.".formatted(one)));
    }
    return lines.toArray(String[]::new);
  }

  private Fix[] fixes() {
    String wanted = expected().getFirst();
    Fix fresh =
        IssuerCheck.ask(
            "Ask for a token for %s.".formatted(wanted), provider().issuer(), wanted, "RS256");
    return has.size() == 1
        ? new Fix[] {
          fresh,
          new ProviderFixes(provider())
              .audience("Or let the provider take this audience too.", expected(), has.getFirst())
        }
        : new Fix[] {fresh};
  }
}
