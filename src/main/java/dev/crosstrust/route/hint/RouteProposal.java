package dev.crosstrust.route.hint;

import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.identity.google.GoogleEndpoints;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.Direction;
import dev.crosstrust.route.Operation;
import dev.crosstrust.route.file.RouteDraft;
import dev.crosstrust.route.file.RouteDraft.DraftStep;
import dev.crosstrust.route.file.RouteKey;
import dev.crosstrust.route.foreign.RouteImport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a new route is likely to be, from what the machine's files say. */
public final class RouteProposal {
  private static final String AUDIENCE = "sts.amazonaws.com";

  /** An ARN of a role, user or session, or an account and a role as an SSO profile has them. */
  private static final Pattern OF_ACCOUNT =
      Pattern.compile("(?:arn:[^:]+:(?:iam|sts)::)?([0-9]{12})[:/].*");

  /** One call that a reader may make, and one that only an administrator may. */
  private static final List<DraftStep> AT_AWS =
      List.of(
          new DraftStep(Operation.LIST_BUCKETS, "", Expectation.ALLOWED),
          new DraftStep(Operation.LIST_ROLES, "", Expectation.DENIED));

  private RouteProposal() {}

  /** A whole route, as far as it can be guessed. */
  public static RouteDraft of(RouteHints hints, Direction direction) {
    Map<RouteKey, String> values = new EnumMap<>(RouteKey.class);
    likely(hints.identities(direction))
        .ifPresent(
            identity -> {
              values.put(RouteKey.IDENTITY, identity.id());
              values.putAll(following(hints, direction, RouteKey.IDENTITY, identity.id()));
            });
    switch (direction) {
      case GOOGLE_TO_AWS -> googleToAws(hints, values);
      case AWS_TO_GOOGLE -> awsToGoogle(hints, values);
    }
    return new RouteDraft(direction, values, steps(direction));
  }

  private static void googleToAws(RouteHints hints, Map<RouteKey, String> values) {
    values.put(RouteKey.AUDIENCE, AUDIENCE);
    Optional<RoleHint> role = hints.roles().stream().filter(RoleHint::webIdentity).findFirst();
    String arn = role.map(RoleHint::arn).orElse("");
    values.put(RouteKey.ROLE, arn);
    values.putAll(following(hints, Direction.GOOGLE_TO_AWS, RouteKey.ROLE, arn));
    values.put(
        RouteKey.SESSION, role.flatMap(hint -> Optional.ofNullable(hint.session())).orElse(""));
  }

  private static void awsToGoogle(RouteHints hints, Map<RouteKey, String> values) {
    values.put(RouteKey.TOKEN_KIND, AwsToGoogle.TokenForm.JWT);
    values.put(RouteKey.PROVIDER, first(hints.providers()));
    values.put(RouteKey.PROJECT, first(hints.projects()));
    values.put(RouteKey.GOOGLE_PROJECT, first(hints.projects()));
    if (!hints.universe().equals(GoogleEndpoints.DEFAULT_UNIVERSE)) {
      values.put(RouteKey.UNIVERSE, hints.universe());
    }
  }

  private static String first(List<String> known) {
    return known.isEmpty() ? "" : known.getFirst();
  }

  /** Calls that need no place to be made on: where there is none, none is guessed. */
  public static List<DraftStep> steps(Direction direction) {
    return switch (direction) {
      case GOOGLE_TO_AWS -> AT_AWS;
      case AWS_TO_GOOGLE -> List.of();
    };
  }

  /** The one in use, unless it is known to be of no use and another may be. */
  private static Optional<Identity> likely(List<Identity> all) {
    Predicate<Identity> usable =
        one ->
            switch (one.state()) {
              case READY, UNKNOWN -> true;
              case NEEDS_SIGN_IN, BROKEN -> false;
            };
    Predicate<Identity> active = Identity::active;
    return Stream.of(active.and(usable), usable, active, (Predicate<Identity>) _ -> true)
        .flatMap(kind -> all.stream().filter(kind))
        .findFirst();
  }

  /** What follows from a value for others; empty where nothing does. */
  public static Map<RouteKey, String> following(
      RouteHints hints, Direction direction, RouteKey key, String value) {
    return switch (key) {
      case IDENTITY ->
          switch (direction) {
            case GOOGLE_TO_AWS ->
                Map.of(
                    RouteKey.NAME, name(hints, value, "aws"),
                    RouteKey.IMPERSONATE, impersonate(hints, value));
            case AWS_TO_GOOGLE ->
                Map.of(
                    RouteKey.NAME, name(hints, value, "google"),
                    RouteKey.SERVICE_ACCOUNT, impersonate(hints, value),
                    RouteKey.AWS_ACCOUNT, account(hints, value));
          };
      case ROLE ->
          Map.of(RouteKey.AWS_ACCOUNT, account(value), RouteKey.REGION, region(hints, value));
      case PROJECT -> Map.of(RouteKey.GOOGLE_PROJECT, value);
      default -> Map.of();
    };
  }

  /** Whom an identity is set to act as, or else acts as in a saved route; empty for none. */
  private static String impersonate(RouteHints hints, String identity) {
    return hints.google().stream()
        .filter(one -> one.shown().id().equals(identity))
        .flatMap(one -> one.impersonate().stream())
        .reduce((_, last) -> last)
        .orElseGet(() -> hints.actsAs().getOrDefault(identity, ""));
  }

  /** A name that is free, from the identity's: {@code demo-gke-to-aws}. */
  private static String name(RouteHints hints, String identity, String cloud) {
    String last = identity.substring(identity.lastIndexOf('/') + 1);
    String who = last.substring(last.indexOf(':') + 1).replaceFirst("\\.json$", "");
    return free(hints, RouteImport.asName(who + " to " + cloud));
  }

  /** This name, or with the lowest number that makes it one of its own. */
  public static String free(RouteHints hints, String name) {
    String free = name;
    for (int number = 2; hints.taken().contains(free); number++) {
      free = name + "-" + number;
    }
    return free;
  }

  private static String account(RouteHints hints, String identity) {
    return hints.identities(Direction.AWS_TO_GOOGLE).stream()
        .filter(one -> one.id().equals(identity) && one.principal() != null)
        .map(one -> account(String.valueOf(one.principal())))
        .findFirst()
        .orElse("");
  }

  /** The account of a role or whoever else it is; empty where that is not said. */
  public static String account(String principal) {
    Matcher matcher = OF_ACCOUNT.matcher(principal);
    return matcher.matches() ? matcher.group(1) : "";
  }

  /** Where whoever enters this role works, or else the region in use. */
  private static String region(RouteHints hints, String role) {
    return hints.roles().stream()
        .filter(hint -> hint.arn().equals(role))
        .flatMap(hint -> Optional.ofNullable(hint.region()).stream())
        .findFirst()
        .orElseGet(() -> hints.regions().getFirst());
  }
}
