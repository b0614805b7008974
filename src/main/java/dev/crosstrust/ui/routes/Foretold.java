package dev.crosstrust.ui.routes;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.route.Run;
import dev.crosstrust.trust.Verdict;
import java.util.Optional;

/** Whether what was foretold came. */
final class Foretold {
  /** As the exchange's leg is named. */
  static final String EXCHANGE = "exchange";

  private Foretold() {}

  /** What the other side answered beside what was predicted, in a sentence. */
  static String compared(Verdict predicted, Run run) {
    String who =
        switch (run.direction()) {
          case GOOGLE_TO_AWS -> "AWS STS";
          case AWS_TO_GOOGLE -> "Google STS";
        };
    Optional<Leg> exchange =
        run.legs().stream().filter(leg -> leg.name().equals(EXCHANGE)).reduce((_, last) -> last);
    return exchange.map(leg -> told(predicted, who, leg)).orElse(begin(predicted) + "; not asked.");
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
