package dev.crosstrust.trust.google;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The resource name of a provider, taken apart.
 *
 * @param project its number, where people did not write its id instead
 */
public record ProviderName(String project, String pool, String provider) {
  private static final Pattern NAME =
      Pattern.compile(
          "projects/([^/]+)/locations/global/workloadIdentityPools/([^/]+)/providers/([^/]+)");

  /** Takes a name apart; empty for other texts. */
  public static Optional<ProviderName> of(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() ? Optional.of(of(matcher)) : Optional.empty();
  }

  /** The first in a text, for example an audience. */
  public static Optional<ProviderName> in(String text) {
    return NAME.matcher(text).results().findFirst().map(ProviderName::of);
  }

  private static ProviderName of(MatchResult found) {
    return new ProviderName(found.group(1), found.group(2), found.group(3));
  }

  /** The resource name of the pool. */
  public String poolName() {
    return "projects/%s/locations/global/workloadIdentityPools/%s".formatted(project, pool);
  }

  /** The whole. */
  public String name() {
    return poolName() + "/providers/" + provider;
  }

  /** Whether its project is a number, as the exchange and policies want it. */
  public boolean hasNumber() {
    return isNumber(project);
  }

  /** Whether policies and the exchange take the project: they want its number. */
  static boolean isNumber(String project) {
    return project.chars().allMatch(Character::isDigit);
  }
}
