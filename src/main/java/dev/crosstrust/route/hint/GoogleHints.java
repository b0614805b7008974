package dev.crosstrust.route.hint;

import dev.crosstrust.identity.google.AccountAddress;
import dev.crosstrust.identity.google.GoogleEndpoints;
import dev.crosstrust.identity.google.GoogleIdentity;
import dev.crosstrust.identity.google.GoogleSource;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.file.Form;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Google's files and saved routes say of Google.
 *
 * @param identities whom this machine can be there
 */
record GoogleHints(List<GoogleIdentity> identities, List<Route> routes) {
  private static final Pattern HOST = Pattern.compile("^//iam\\.[^/]+/");

  /** Service accounts that somebody is, acts as, or becomes. */
  List<String> accounts() {
    return Stream.concat(
            identities.stream()
                .flatMap(
                    one ->
                        Stream.concat(
                            one.impersonate().stream(),
                            Stream.of(one.shown().principal(), one.source().principal())
                                .filter(Objects::nonNull))),
            routes.stream().flatMap(route -> Stream.ofNullable(serviceAccount(route))))
        .filter(AccountAddress::isServiceAccount)
        .distinct()
        .toList();
  }

  /** Pool providers: of saved routes, then of files that federate. */
  List<String> providers() {
    return audiences().stream().map(GoogleHints::provider).distinct().toList();
  }

  /** The same, as tokens name them, each in its own universe. */
  List<String> audiences() {
    return Stream.concat(
            routes.stream()
                .flatMap(
                    route ->
                        route instanceof AwsToGoogle road
                            ? Stream.of(road.google().audience())
                            : Stream.empty()),
            identities.stream()
                .flatMap(
                    one ->
                        one.source() instanceof GoogleSource.Federated federated
                            ? Stream.of(federated.audience())
                            : Stream.empty()))
        .filter(audience -> Form.PROVIDER.pattern().matcher(provider(audience)).matches())
        .distinct()
        .toList();
  }

  private static String provider(String audience) {
    return HOST.matcher(audience).replaceFirst("");
  }

  /** Projects: gcloud's own, then others that are named. */
  List<String> projects() {
    return Stream.concat(
            inUseFirst().flatMap(one -> Stream.ofNullable(one.project())),
            routes.stream()
                .flatMap(
                    route ->
                        route instanceof AwsToGoogle road
                            ? Stream.ofNullable(road.google().project())
                            : Stream.empty()))
        .distinct()
        .toList();
  }

  String universe() {
    return inUseFirst()
        .map(one -> one.endpoints().universe())
        .findFirst()
        .orElse(GoogleEndpoints.DEFAULT_UNIVERSE);
  }

  private Stream<GoogleIdentity> inUseFirst() {
    return identities.stream().sorted(Comparator.comparing(one -> !one.shown().active()));
  }

  /** The service account that a route acts as or becomes. */
  static @Nullable String serviceAccount(Route route) {
    return switch (route) {
      case GoogleToAws road -> road.impersonate();
      case AwsToGoogle road -> road.google().impersonate();
    };
  }
}
