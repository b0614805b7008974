package dev.crosstrust.route;

import dev.crosstrust.identity.Identity;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsEndpoints;
import dev.crosstrust.identity.aws.ProfileFiles;
import dev.crosstrust.identity.google.GoogleIdentities;
import dev.crosstrust.identity.google.GoogleIdentity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a machine's files suggest for a route from Google to AWS. Read without starting a program or
 * asking a network.
 *
 * @param identities whom it may start from
 * @param accounts service accounts that somebody here is or acts as
 * @param roles those that profiles enter, web identities first
 * @param regions those that variables and profiles name, the one in use first, then all others
 * @param actsAs by identity, the service account that a saved route from it acts as
 * @param taken the names of saved routes
 */
public record RouteHints(
    List<GoogleIdentity> identities,
    List<String> accounts,
    List<RoleHint> roles,
    List<String> regions,
    Map<String, String> actsAs,
    Set<String> taken) {
  private static final String SERVICE_ACCOUNT = ".gserviceaccount.com";

  public RouteHints {
    identities = List.copyOf(identities);
    accounts = List.copyOf(accounts);
    roles = List.copyOf(roles);
    regions = List.copyOf(regions);
    actsAs = Map.copyOf(actsAs);
    taken = Set.copyOf(taken);
  }

  /** Reads them now. */
  public static RouteHints read(Machine machine, RouteStore saved) throws IOException {
    List<GoogleIdentity> identities = new GoogleIdentities(machine).all();
    ProfileFiles profiles = ProfileFiles.read(machine);
    List<GoogleToAws> routes = new ArrayList<>();
    Map<String, String> actsAs = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Loaded loaded : saved.list()) {
      taken.add(RouteStore.nameOf(loaded));
      if (loaded instanceof Loaded.Good(GoogleToAws route, String _)) {
        routes.add(route);
        if (route.impersonate() != null) {
          actsAs.putIfAbsent(route.identity(), route.impersonate());
        }
      }
    }
    return new RouteHints(
        identities,
        distinct(
            Stream.concat(
                identities.stream().flatMap(RouteHints::accounts),
                routes.stream().flatMap(route -> Stream.ofNullable(route.impersonate())))),
        RoleHint.of(profiles, routes),
        distinct(regions(machine, profiles)),
        actsAs,
        taken);
  }

  /** Whom it acts as, and who it is. */
  private static Stream<String> accounts(GoogleIdentity identity) {
    Identity shown = identity.shown();
    Stream<String> who =
        Stream.of(shown.principal(), identity.source().principal()).filter(Objects::nonNull);
    return Stream.concat(identity.impersonate().stream(), who)
        .filter(account -> account.endsWith(SERVICE_ACCOUNT));
  }

  /** As the AWS tools choose it: the variable, then the profile in use. */
  private static Stream<String> regions(Machine machine, ProfileFiles profiles) {
    Stream<String> variables =
        Stream.of("AWS_REGION", "AWS_DEFAULT_REGION")
            .flatMap(name -> machine.variable(name).stream());
    Stream<String> active =
        profiles.profile(ProfileFiles.active(machine)).stream()
            .flatMap(profile -> profile.setting("region").stream());
    Stream<String> others =
        profiles.profiles().stream().flatMap(profile -> profile.setting("region").stream());
    Stream<String> known =
        Stream.concat(Stream.of(AwsEndpoints.DEFAULT_REGION), AwsEndpoints.regions().stream());
    return Stream.of(variables, active, others, known).flatMap(regions -> regions);
  }

  private static List<String> distinct(Stream<String> values) {
    return List.copyOf(values.collect(LinkedHashSet::new, Set::add, Set::addAll));
  }
}
