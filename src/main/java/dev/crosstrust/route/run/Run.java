package dev.crosstrust.route.run;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.route.Direction;
import dev.crosstrust.route.Route;
import dev.crosstrust.token.lens.TokenReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a route, as far as it has come: legs, then findings, then an outcome. Screens, reports
 * and the command line are views of it.
 *
 * @param route its name
 * @param identity who it starts from, once that is known
 * @param token what the subject token says, once there is one
 * @param credentials what the exchange gave, once it did
 * @param check the other side's check of the token, made here after the road was gone; null where
 *     none was made
 * @param findings the most likely first; empty until the end
 */
public record Run(
    String route,
    Direction direction,
    State outcome,
    List<Leg> legs,
    @Nullable Identity identity,
    @Nullable TokenReport token,
    @Nullable Credentials credentials,
    @Nullable LocalCheck check,
    List<Finding> findings) {
  public Run {
    legs = List.copyOf(legs);
    findings = List.copyOf(findings);
  }

  /** How far it is, or how it ended. */
  public enum State {
    RUNNING,
    /** The road is at its end; the other side's check is being made here. */
    CHECKING,
    DONE,
    REFUSED,
    BROKEN,
    CANCELLED
  }

  /**
   * The temporary credentials, without what is secret of them.
   *
   * @param kind {@code aws-role-session}
   * @param principal whom they stand for
   * @param expiresAt null when the end is not known
   */
  public record Credentials(String kind, String principal, @Nullable Instant expiresAt) {}

  static Run begun(Route route) {
    return new Run(
        route.name(),
        route.direction(),
        State.RUNNING,
        List.of(),
        null,
        null,
        null,
        null,
        List.of());
  }

  /** Whether every step met what the route expects of it. */
  public boolean asExpected() {
    return legs.stream().noneMatch(leg -> Boolean.FALSE.equals(leg.asExpected()));
  }

  Run with(List<Leg> newLegs) {
    return new Run(
        route, direction, outcome, newLegs, identity, token, credentials, check, findings);
  }

  Run with(Identity starting) {
    return new Run(route, direction, outcome, legs, starting, token, credentials, check, findings);
  }

  Run with(TokenReport read) {
    return new Run(route, direction, outcome, legs, identity, read, credentials, check, findings);
  }

  Run with(Credentials borrowed) {
    return new Run(route, direction, outcome, legs, identity, token, borrowed, check, findings);
  }

  Run with(LocalCheck made) {
    return new Run(route, direction, outcome, legs, identity, token, credentials, made, findings);
  }

  Run checking() {
    return ended(State.CHECKING, findings);
  }

  Run ended(State how, List<Finding> found) {
    return new Run(route, direction, how, legs, identity, token, credentials, check, found);
  }
}
