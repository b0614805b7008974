package dev.crosstrust.route.run;

import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Broken;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Step;
import dev.crosstrust.route.run.Run.State;
import dev.crosstrust.token.SubjectToken;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run, either way: identity, subject token, exchange, account pin, impersonation where it is
 * wanted, then the steps in their order. A stage that fails ends the run; a step that fails does
 * not keep the others from being made.
 *
 * @param <R> the routes of its direction
 * @param <C> what the exchange gives
 */
final class RoadRun<R extends Route, C> {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final R route;
  private final Stages<R, C> stages;
  private final Journal journal;
  private final InstantSource clock;
  private final @Nullable Checks checks;
  private final String timestamp;

  /**
   * @param checks made of the token at the end; null for none
   */
  RoadRun(
      R route, Stages<R, C> stages, Journal journal, InstantSource clock, @Nullable Checks checks) {
    this.route = route;
    this.stages = stages;
    this.journal = journal;
    this.clock = clock;
    this.checks = checks;
    this.timestamp = TIMESTAMP.format(clock.instant());
  }

  Run toItsEnd() {
    Outcome<SubjectToken> token = stage("identity", () -> stages.identity(route)).then(this::token);
    Outcome<C> credentials =
        token
            .then(given -> stage("exchange", () -> entered(given)))
            .then(entered -> stage("impersonation", () -> goneOn(entered)));
    State outcome =
        switch (credentials) {
          case Done<C>(C had) -> steps(had);
          case Refused<C> _ -> State.REFUSED;
          case Broken<C>(Breakage breakage) ->
              breakage.kind() == Breakage.Kind.UNEXPECTED_ACCOUNT ? State.REFUSED : State.BROKEN;
        };
    check(token, credentials);
    return journal.end(
        cancelled(credentials) || outcome == State.CANCELLED ? State.CANCELLED : outcome);
  }

  /** Where nobody answered, what the other side is configured to take explains nothing. */
  private void check(Outcome<SubjectToken> token, Outcome<C> credentials) {
    if (checks != null
        && token instanceof Done<SubjectToken>(SubjectToken presented)
        && !(credentials instanceof Broken<C>)
        && !Thread.currentThread().isInterrupted()) {
      Recorder reads = journal.checking();
      journal.check(checks.of(route, presented, reads), reads.legs());
    }
  }

  private Outcome<SubjectToken> token(Identity identity) {
    journal.identity(identity);
    Outcome<SubjectToken> token = stage("token", () -> stages.token(route));
    if (token instanceof Done<SubjectToken>(SubjectToken given)) {
      journal.token(given, clock.instant());
    }
    if (token instanceof Broken<SubjectToken> && journal.run().legs().isEmpty()) {
      journal.found(identity.findings());
    }
    return token;
  }

  /** The exchange, and the account pin before anything is read or written. */
  private Outcome<C> entered(SubjectToken token) {
    return stages
        .presentable(route, token)
        .then(presented -> stages.exchange(route, presented))
        .then(
            credentials -> {
              tell(credentials);
              return stages.pinned(route, credentials);
            });
  }

  private Outcome<C> goneOn(C credentials) {
    Outcome<C> further = stages.goOn(route, credentials);
    if (further instanceof Done<C>(C other) && !other.equals(credentials)) {
      tell(other);
    }
    return further;
  }

  private void tell(C credentials) {
    journal.said(stages.said(credentials));
    journal.credentials(stages.borrowed(credentials));
  }

  private <T> Outcome<T> stage(String name, Supplier<Outcome<T>> work) {
    journal.stage();
    Outcome<T> outcome = work.get();
    switch (outcome) {
      case Done<T> _ -> {}
      case Refused<T>(Refusal refusal) -> journal.said(refusal.message());
      case Broken<T>(Breakage breakage) -> journal.stop(name, breakage);
    }
    return outcome;
  }

  private State steps(C credentials) {
    State worst = State.DONE;
    for (Step written : route.steps()) {
      if (Thread.currentThread().isInterrupted()) {
        return State.CANCELLED;
      }
      State state = step(dated(written), credentials);
      if (state == State.CANCELLED) {
        return state;
      }
      worst = state.compareTo(worst) > 0 ? state : worst;
    }
    return worst;
  }

  private State step(Step step, C credentials) {
    journal.stage();
    Outcome<String> outcome = stages.make(route, step, credentials);
    if (cancelled(outcome)) {
      return State.CANCELLED;
    }
    if (step.expect() != null) {
      journal.judged(step, met(step.expect(), outcome));
    }
    journal.made(step, outcome instanceof Done<String>, line(outcome));
    return switch (outcome) {
      case Done<String> _ -> State.DONE;
      case Refused<String>(Refusal refusal) ->
          step.expect() == Expectation.DENIED && stages.denies(refusal)
              ? State.DONE
              : State.REFUSED;
      case Broken<String>(Breakage breakage) -> {
        journal.stop(step.operation().text(), breakage);
        yield State.BROKEN;
      }
    };
  }

  /** What was given, or the service's own words. */
  private static String line(Outcome<String> outcome) {
    return switch (outcome) {
      case Done<String>(String given) -> given;
      case Refused<String>(Refusal refusal) -> refusal.message();
      case Broken<String>(Breakage breakage) -> breakage.message();
    };
  }

  private boolean met(Expectation expected, Outcome<?> outcome) {
    return switch (expected) {
      case ALLOWED -> outcome instanceof Done<?>;
      case DENIED -> outcome instanceof Refused<?>(Refusal refusal) && stages.denies(refusal);
    };
  }

  private static boolean cancelled(Outcome<?> outcome) {
    return Thread.currentThread().isInterrupted()
        || (outcome instanceof Broken<?>(Breakage breakage)
            && breakage.kind() == Breakage.Kind.CANCELLED);
  }

  private Step dated(Step step) {
    return step.target() == null
        ? step
        : new Step(
            step.operation(), step.target().replace(Step.TIMESTAMP, timestamp), step.expect());
  }
}
