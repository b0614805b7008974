package dev.crosstrust.trust.google;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The resource name of a provider, taken apart.
 *
 * @param project its number, where people did not write its id instead
 */
record ProviderName(String project, String pool, String provider) {
  private static final Pattern NAME =
      Pattern.compile(
          "projects/([^/]+)/locations/global/workloadIdentityPools/([^/]+)/providers/([^/]+)");

  static Optional<ProviderName> of(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches()
        ? Optional.of(new ProviderName(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  String poolName() {
    return "projects/%s/locations/global/workloadIdentityPools/%s".formatted(project, pool);
  }

  /** Whether policies and the exchange take the project: they want its number. */
  static boolean isNumber(String project) {
    return project.chars().allMatch(Character::isDigit);
  }
}
