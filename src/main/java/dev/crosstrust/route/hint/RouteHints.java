package dev.crosstrust.route.hint;

import dev.crosstrust.identity.Identity;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsIdentities;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.identity.aws.ProfileFiles;
import dev.crosstrust.identity.google.GoogleIdentities;
import dev.crosstrust.identity.google.GoogleIdentity;
import dev.crosstrust.route.Direction;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.route.file.RouteStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a machine's files suggest for a route. Read without starting a program or asking a network.
 *
 * @param google whom a route to AWS may start from
 * @param aws whom a route to Google may start from
 * @param accounts service accounts that somebody here is or acts as
 * @param roles those that profiles enter, web identities first
 * @param regions those that variables and profiles name, the one in use first, then all others
 * @param providers pool providers that saved routes and credential files enter by
 * @param audiences the same providers as tokens name them, each in its own universe
 * @param projects those that saved routes and gcloud name, the one in use first
 * @param universe the domain of the Google in use
 * @param actsAs by identity, the service account that a saved route from it acts as
 * @param taken the names of saved routes
 */
public record RouteHints(
    List<GoogleIdentity> google,
    List<AwsIdentity> aws,
    List<String> accounts,
    List<RoleHint> roles,
    List<String> regions,
    List<String> providers,
    List<String> audiences,
    List<String> projects,
    String universe,
    Map<String, String> actsAs,
    Set<String> taken) {
  public RouteHints {
    google = List.copyOf(google);
    aws = List.copyOf(aws);
    accounts = List.copyOf(accounts);
    roles = List.copyOf(roles);
    regions = List.copyOf(regions);
    providers = List.copyOf(providers);
    audiences = List.copyOf(audiences);
    projects = List.copyOf(projects);
    actsAs = Map.copyOf(actsAs);
    taken = Set.copyOf(taken);
  }

  /** Reads them now. */
  public static RouteHints read(Machine machine, InstantSource clock, RouteStore saved)
      throws IOException {
    List<Loaded> loaded = saved.list();
    Set<String> taken = new HashSet<>();
    loaded.forEach(one -> taken.add(RouteStore.nameOf(one)));
    List<Route> routes = loaded.stream().flatMap(RouteHints::good).toList();
    ProfileFiles profiles = ProfileFiles.read(machine);
    GoogleHints google = new GoogleHints(new GoogleIdentities(machine).all(), routes);
    return new RouteHints(
        google.identities(),
        new AwsIdentities(machine, clock).all(),
        google.accounts(),
        RoleHint.of(profiles, routes),
        RegionHints.of(machine, profiles),
        google.providers(),
        google.audiences(),
        google.projects(),
        google.universe(),
        actsAs(routes),
        taken);
  }

  private static Stream<Route> good(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Good(Route route, String _) -> Stream.of(route);
      case Loaded.Bad _ -> Stream.empty();
    };
  }

  private static Map<String, String> actsAs(List<Route> routes) {
    Map<String, String> actsAs = new HashMap<>();
    for (Route route : routes) {
      String account = GoogleHints.serviceAccount(route);
      if (account != null) {
        actsAs.putIfAbsent(route.identity(), account);
      }
    }
    return actsAs;
  }

  /** Whom a route that goes this way may start from. */
  public List<Identity> identities(Direction direction) {
    return switch (direction) {
      case GOOGLE_TO_AWS -> google.stream().map(GoogleIdentity::shown).toList();
      case AWS_TO_GOOGLE -> aws.stream().map(AwsIdentity::shown).toList();
    };
  }
}
