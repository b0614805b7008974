package dev.crosstrust.evidence;

import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Broken;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;

/** What an outcome must be for a test to go on. */
public final class Outcomes {
  private Outcomes() {}

  public static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      default -> throw new AssertionError("not done: " + outcome);
    };
  }

  public static Refusal refusal(Outcome<?> outcome) {
    return switch (outcome) {
      case Refused<?>(Refusal refusal) -> refusal;
      default -> throw new AssertionError("not refused: " + outcome);
    };
  }

  public static Breakage breakage(Outcome<?> outcome) {
    return switch (outcome) {
      case Broken<?>(Breakage breakage) -> breakage;
      default -> throw new AssertionError("not broken: " + outcome);
    };
  }
}
