package dev.crosstrust.ui.routes;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.route.Direction;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.ui.routes.check.Beside.Answer;
import dev.crosstrust.ui.routes.check.CheckWords;
import java.util.List;
import java.util.Optional;

/** Whether what was foretold came. */
final class Foretold {
  /** As the exchange's leg is named. */
  static final String EXCHANGE = "exchange";

  private Foretold() {}

  /** What the other side answered beside what was predicted, in a sentence. */
  static String compared(Verdict predicted, Run run) {
    String who = who(run);
    return exchange(run)
        .map(at -> told(predicted, who, run.legs().get(at)))
        .orElse(begin(predicted) + "; not asked.");
  }

  /** The number of the leg that is the exchange, the last of them; empty when it was not asked. */
  static Optional<Integer> exchange(Run run) {
    List<String> names = run.legs().stream().map(Leg::name).toList();
    return Optional.of(names.lastIndexOf(EXCHANGE)).filter(at -> at >= 0);
  }

  /**
   * What the other side would answer, in whole sentences; why it would refuse is told by what was
   * found.
   */
  static String said(LocalCheck check, Direction direction) {
    String who = who(direction);
    return switch (check.verdict()) {
      case ADMITTED ->
          "Predicted: %s would admit this token. %s".formatted(who, CheckWords.reason(check));
      case REFUSED -> "Predicted: %s would refuse this token.".formatted(who);
      case UNDECIDED ->
          "Not predicted: whether %s would admit this token cannot be told, because %s."
              .formatted(who, CheckWords.because(check));
    };
  }

  /** What the other side answered to the token. */
  static Answer answer(Run run) {
    return exchange(run)
        .map(at -> run.legs().get(at).outcome())
        .map(
            outcome ->
                switch (outcome) {
                  case DONE -> Answer.ADMITTED;
                  case REFUSED -> Answer.REFUSED;
                  case BROKEN -> Answer.NONE;
                })
        .orElse(Answer.NONE);
  }

  /** Whom a run asks to take the token. */
  static String who(Run run) {
    return who(run.direction());
  }

  private static String who(Direction direction) {
    return switch (direction) {
      case GOOGLE_TO_AWS -> "AWS STS";
      case AWS_TO_GOOGLE -> "Google STS";
    };
  }

  private static String told(Verdict predicted, String who, Leg leg) {
    String came =
        switch (leg.outcome()) {
          case DONE -> who + " admitted it.";
          case REFUSED -> who + " refused.";
          case BROKEN -> who + " gave no answer.";
        };
    boolean settled = predicted != Verdict.UNDECIDED && leg.outcome() != Leg.Result.BROKEN;
    boolean agree = (predicted == Verdict.ADMITTED) == (leg.outcome() == Leg.Result.DONE);
    return begin(predicted) + (settled ? agree ? ", and " : ", but " : "; ") + came;
  }

  private static String begin(Verdict predicted) {
    return switch (predicted) {
      case ADMITTED -> "Predicted admitted";
      case REFUSED -> "Predicted refused";
      case UNDECIDED -> "Could not be predicted";
    };
  }
}
