package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of a provider as audiences have them, and the usual mistakes in them.
 *
 * @param provider whose names are wanted
 * @param universe of Google Cloud that it is in, a domain
 */
record Names(PoolProvider provider, String universe) {
  private static final String SERVICE = "iam.";
  private static final Pattern RESOURCE =
      Pattern.compile(
          "(?<scheme>https?:)?//(?<host>[^/]+)/projects/(?<project>[^/]+)/locations/global"
              + "/workloadIdentityPools/(?<pool>[^/]+)(?<rest>/providers/[^/]+)?/?");

  /** What the exchange is asked for. */
  String full() {
    return "//" + host() + "/" + provider.name();
  }

  /** Whose names they are, as principals begin too. */
  String host() {
    return SERVICE + universe;
  }

  /** The universe that a name of this form is of; empty for other texts. */
  static Optional<String> universeOf(@Nullable String audience) {
    return Optional.ofNullable(audience)
        .map(RESOURCE::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group("host"))
        .filter(host -> host.startsWith(SERVICE))
        .map(host -> host.substring(SERVICE.length()));
  }

  /** What a token may be for where the provider names no audiences of its own. */
  List<String> ofToken() {
    return List.of(full(), "https:" + full());
  }

  /**
   * What a name was most likely meant to be.
   *
   * @param of whose it is, to begin a sentence: {@code The token's audience}
   */
  Optional<Finding> mistake(String of, String audience) {
    Matcher matcher = RESOURCE.matcher(audience);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String host = matcher.group("host");
    if (!host.equals(host())) {
      return Optional.of(
          said("google.universe-mismatch", of + " is of another universe of Google Cloud")
              .because("Its host is %s; the provider's is %s.".formatted(host, host())));
    }
    if (matcher.group("rest") == null) {
      return Optional.of(
          said("google.audience-is-pool", of + " names the pool, not a provider of it")
              .because("%s ends before /providers/.".formatted(audience)));
    }
    String project = matcher.group("project");
    return ProviderName.isNumber(project)
        ? Optional.empty()
        : Optional.of(
            said(
                    "google.audience-project-id",
                    of + " has the id of the project where its number belongs")
                .because("It says projects/%s.".formatted(project)));
  }

  private Finding said(String id, String title) {
    return Finding.error(id, title)
        .fix(Fix.of("Use the provider's full resource name, %s.".formatted(full())))
        .source(Pages.TOKEN);
  }

  /** Whether a name is a provider's in form. */
  static boolean isResourceName(String audience) {
    Matcher matcher = RESOURCE.matcher(audience);
    return matcher.matches()
        && matcher.group("scheme") == null
        && matcher.group("rest") != null
        && !audience.endsWith("/");
  }
}
