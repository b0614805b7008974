package dev.crosstrust.evidence.google;

import dev.crosstrust.evidence.Outcome;
import java.io.IOException;
import java.io.Serial;

/** Carries through Google's libraries why there is no access token any more. */
public final class NoTokenException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Outcome<?> outcome;

  /**
   * @param outcome refused or broken: how asking for another token ended
   */
  public NoTokenException(Outcome<?> outcome) {
    super("there is no access token any more");
    this.outcome = outcome;
  }

  Outcome<?> outcome() {
    return outcome;
  }
}
