package dev.crosstrust.route;

import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.identity.google.GoogleIdentity;
import dev.crosstrust.route.RouteDraft.DraftStep;
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
  private static final Pattern ACCOUNT_OF_ROLE = Pattern.compile("arn:[^:]+:iam::([0-9]{12}):.*");

  /** One call that a reader may make, and one that only an administrator may. */
  public static final List<DraftStep> STEPS =
      List.of(
          new DraftStep(Operation.LIST_BUCKETS, "", Expectation.ALLOWED),
          new DraftStep(Operation.LIST_ROLES, "", Expectation.DENIED));

  private RouteProposal() {}

  /** A whole route, as far as it can be guessed. */
  public static RouteDraft of(RouteHints hints) {
    Map<RouteKey, String> values = new EnumMap<>(RouteKey.class);
    values.put(RouteKey.AUDIENCE, AUDIENCE);
    likely(hints.identities())
        .ifPresent(
            identity -> {
              String id = identity.shown().id();
              values.put(RouteKey.IDENTITY, id);
              values.put(RouteKey.IMPERSONATE, impersonate(hints, id));
              values.put(RouteKey.NAME, name(hints, id));
            });
    Optional<RoleHint> role = hints.roles().stream().filter(RoleHint::webIdentity).findFirst();
    String arn = role.map(RoleHint::arn).orElse("");
    values.put(RouteKey.ROLE, arn);
    values.put(RouteKey.AWS_ACCOUNT, account(arn));
    values.put(RouteKey.REGION, region(hints, arn));
    values.put(
        RouteKey.SESSION, role.flatMap(hint -> Optional.ofNullable(hint.session())).orElse(""));
    return new RouteDraft(values, STEPS);
  }

  /** The one in use, unless it is known to be of no use and another may be. */
  private static Optional<GoogleIdentity> likely(List<GoogleIdentity> all) {
    Predicate<GoogleIdentity> active = one -> one.shown().active();
    Predicate<GoogleIdentity> usable =
        one ->
            switch (one.shown().state()) {
              case READY, UNKNOWN -> true;
              case NEEDS_SIGN_IN, BROKEN -> false;
            };
    return Stream.of(active.and(usable), usable, active, (Predicate<GoogleIdentity>) _ -> true)
        .flatMap(kind -> all.stream().filter(kind))
        .findFirst();
  }

  /**
   * The service account that an identity is set to act as, or else acts as in a saved route; empty
   * for none.
   */
  public static String impersonate(RouteHints hints, String identity) {
    return hints.identities().stream()
        .filter(one -> one.shown().id().equals(identity))
        .flatMap(one -> one.impersonate().stream())
        .reduce((_, last) -> last)
        .orElseGet(() -> hints.actsAs().getOrDefault(identity, ""));
  }

  /** A name that is free, from the identity's: {@code demo-gke-to-aws}. */
  public static String name(RouteHints hints, String identity) {
    String last = identity.substring(identity.lastIndexOf('/') + 1);
    String who = last.substring(last.indexOf(':') + 1).replaceFirst("\\.json$", "");
    return free(hints, RouteImport.asName(who + " to aws"));
  }

  /** This name, or with the lowest number that makes it one of its own. */
  public static String free(RouteHints hints, String name) {
    String free = name;
    for (int number = 2; hints.taken().contains(free); number++) {
      free = name + "-" + number;
    }
    return free;
  }

  /** The account of a role; empty while it is none. */
  public static String account(String role) {
    Matcher matcher = ACCOUNT_OF_ROLE.matcher(role);
    return matcher.matches() ? matcher.group(1) : "";
  }

  /** Where whoever enters this role works, or else the region in use. */
  public static String region(RouteHints hints, String role) {
    return hints.roles().stream()
        .filter(hint -> hint.arn().equals(role))
        .flatMap(hint -> Optional.ofNullable(hint.region()).stream())
        .findFirst()
        .orElseGet(() -> hints.regions().getFirst());
  }
}
