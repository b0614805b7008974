package dev.crosstrust.ui.routes.form;

import dev.crosstrust.evidence.Leg.Expectation;
import org.jspecify.annotations.Nullable;

/** What a step is expected to come to, as it is chosen. */
enum Expected {
  ALLOWED("allowed", Expectation.ALLOWED),
  DENIED("denied", Expectation.DENIED),
  OPEN("left open", null);

  private final String words;
  private final @Nullable Expectation expectation;

  Expected(String words, @Nullable Expectation expectation) {
    this.words = words;
    this.expectation = expectation;
  }

  @Nullable Expectation expectation() {
    return expectation;
  }

  static Expected of(@Nullable Expectation expectation) {
    return switch (expectation) {
      case ALLOWED -> ALLOWED;
      case DENIED -> DENIED;
      case null -> OPEN;
    };
  }

  /** For people. */
  @Override
  public String toString() {
    return words;
  }
}
