package dev.crosstrust.route;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.denial.AwsCodes;
import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Broken;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.exchange.aws.RoleSession;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.route.Run.State;
import dev.crosstrust.token.SubjectToken;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;

/**
 * One run from Google to AWS: identity, ID token, exchange, account pin, then the steps in their
 * order. A stage that fails ends the run; a step that fails does not keep the others from being
 * made.
 */
final class GoogleToAwsRun {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final GoogleToAws route;
  private final GoogleToAwsStages stages;
  private final Journal journal;
  private final InstantSource clock;
  private final String timestamp;

  GoogleToAwsRun(
      GoogleToAws route, GoogleToAwsStages stages, Journal journal, InstantSource clock) {
    this.route = route;
    this.stages = stages;
    this.journal = journal;
    this.clock = clock;
    this.timestamp = TIMESTAMP.format(clock.instant());
  }

  Run toItsEnd() {
    Outcome<RoleSession> session =
        stage("identity", () -> stages.identity(route))
            .then(this::token)
            .then(token -> stage("exchange", () -> entered(token)));
    State outcome =
        switch (session) {
          case Done<RoleSession>(RoleSession entered) -> steps(entered);
          case Refused<RoleSession> _ -> State.REFUSED;
          case Broken<RoleSession>(Breakage breakage) ->
              breakage.kind() == Breakage.Kind.UNEXPECTED_ACCOUNT ? State.REFUSED : State.BROKEN;
        };
    return journal.end(cancelled(session) ? State.CANCELLED : outcome);
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
  private Outcome<RoleSession> entered(SubjectToken token) {
    return stages
        .exchange(route, token)
        .then(
            session -> {
              journal.said(session.arn());
              journal.credentials(
                  new Run.Credentials(
                      "aws-role-session", session.arn(), session.credentials().expiresAt()));
              return AccountPin.check(route, session);
            });
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

  private State steps(RoleSession session) {
    State worst = State.DONE;
    for (Step written : route.steps()) {
      if (Thread.currentThread().isInterrupted()) {
        return State.CANCELLED;
      }
      State state = step(dated(written), session.credentials());
      if (state == State.CANCELLED) {
        return state;
      }
      worst = state.compareTo(worst) > 0 ? state : worst;
    }
    return worst;
  }

  private State step(Step step, AwsCredentials keys) {
    journal.stage();
    Outcome<String> outcome = stages.step(route, step, keys);
    if (cancelled(outcome)) {
      return State.CANCELLED;
    }
    journal.said(line(outcome));
    if (step.expect() != null) {
      journal.judged(step.expect(), met(step.expect(), outcome));
    }
    return switch (outcome) {
      case Done<String> _ -> State.DONE;
      case Refused<String>(Refusal refusal) ->
          step.expect() == Expectation.DENIED && isDenial(refusal) ? State.DONE : State.REFUSED;
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

  private static boolean met(Expectation expected, Outcome<?> outcome) {
    return switch (expected) {
      case ALLOWED -> outcome instanceof Done<?>;
      case DENIED -> outcome instanceof Refused<?>(Refusal refusal) && isDenial(refusal);
    };
  }

  /** A missing bucket or a wrong signature proves nothing about permission. */
  private static boolean isDenial(Refusal refusal) {
    return AwsCodes.denied(refusal.status(), refusal.code());
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
