package dev.crosstrust.evidence.google;

import static dev.crosstrust.evidence.Outcomes.breakage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import org.junit.jupiter.api.Test;

class GoogleCallsTest {
  private static final Label LABEL = Label.of("gcs.GetObject", "gcs", "GetObject");

  @Test
  void aFaultOfOursIsNotTakenForAnAnswer() {
    assertThatNullPointerException()
        .isThrownBy(
            () ->
                GoogleCalls.outcome(
                    LABEL,
                    () -> {
                      throw new NullPointerException("ours");
                    }));
  }

  @Test
  void whatALibraryThrowsOfItselfEndsTheCall() {
    assertThat(
            breakage(
                    GoogleCalls.outcome(
                        LABEL,
                        () ->
                            GoogleCalls.asked(
                                () -> {
                                  throw new IllegalArgumentException("no bucket of this name");
                                })))
                .toString())
        .contains(Kind.LOCAL.name(), "no bucket of this name");
  }
}
