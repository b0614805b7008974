package dev.crosstrust.ui.routes;

import dev.crosstrust.diagnosis.symptom.Symptoms;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.evidence.Leg.Result;
import dev.crosstrust.identity.Cloud;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.ui.kit.Flow.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of a call, in a few words. */
final class LegWords {
  private static final String CANCELLED = "cancelled";
  private static final String ACCESS_TOKEN = "access token";

  private LegWords() {}

  static State state(Leg leg) {
    if (CANCELLED.equals(leg.response().problem())) {
      return State.CANCELLED;
    }
    boolean fine = leg.asExpected() == null ? leg.outcome() == Result.DONE : leg.asExpected();
    return fine ? State.DONE : State.FAILED;
  }

  /** What is asked for. */
  static String asked(Leg leg) {
    return switch (leg.name()) {
      case "sign-in" -> Who.of(leg).cloud() == Cloud.AWS ? "credentials" : ACCESS_TOKEN;
      case "token" -> token(leg);
      case "exchange" ->
          Who.of(leg).equals(Who.GOOGLE_STS) ? ACCESS_TOKEN : "temporary credentials";
      case "impersonation" -> ACCESS_TOKEN;
      default -> Plan.operation(leg.name());
    };
  }

  private static String token(Leg leg) {
    if (Who.of(leg).equals(Who.SIGNER)) {
      return "signature";
    }
    return Who.of(leg).equals(Who.AWS_STS) ? "JWT" : "ID token";
  }

  /** How long it took. */
  static String time(Leg leg) {
    return leg.millis() + "\u00a0ms";
  }

  /** What was answered, for example {@code 403 AccessDenied}. */
  static String status(Leg leg, Run run, Instant now) {
    if (leg.status() == null) {
      return unanswered(leg, run, now);
    }
    if (leg.expected() == Expectation.DENIED) {
      return Boolean.TRUE.equals(leg.asExpected())
          ? "denied, as expected"
          : code(leg) + ", not denied as expected";
    }
    if (leg.outcome() != Result.DONE) {
      return code(leg);
    }
    return switch (leg.name()) {
      case "token" -> run.token() == null ? code(leg) : token(run, now);
      case "exchange", "impersonation" ->
          run.credentials() == null || goesOn(leg, run)
              ? code(leg)
              : left(run.credentials().expiresAt(), now, code(leg));
      default -> code(leg);
    };
  }

  /** What was signed here was sent to nobody. */
  private static String unanswered(Leg leg, Run run, Instant now) {
    if (leg.outcome() == Result.DONE) {
      return run.token() == null ? "signed" : token(run, now);
    }
    return state(leg) == State.CANCELLED ? CANCELLED : "no answer";
  }

  /** Whether the credentials are no longer those of this leg. */
  private static boolean goesOn(Leg leg, Run run) {
    return leg.name().equals("exchange")
        && run.legs().stream().anyMatch(next -> next.name().equals("impersonation"));
  }

  private static String token(Run run, Instant now) {
    if (run.token() == null) {
      return "";
    }
    String algorithm = run.token().header().path("alg").asString("signed");
    return "%s · %s".formatted(algorithm, left(run.token().lifetime().expiresAt(), now, "no end"));
  }

  private static String left(@Nullable Instant end, Instant now, String otherwise) {
    if (end == null) {
      return otherwise;
    }
    Duration left = Duration.between(now, end);
    return left.isPositive()
        ? String.format(Locale.ROOT, "%d:%02d\u00a0left", left.toMinutes(), left.toSecondsPart())
        : "expired";
  }

  /** The status, and the service's word for an error. */
  static String code(Leg leg) {
    String code = leg.outcome() == Result.DONE ? null : Symptoms.of(leg).code();
    return code == null ? String.valueOf(leg.status()) : leg.status() + " " + code;
  }
}
