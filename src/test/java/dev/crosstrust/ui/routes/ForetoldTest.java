package dev.crosstrust.ui.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Leg.Result;
import dev.crosstrust.route.Direction;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.trust.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a plain JVM: no toolkit is started here. */
class ForetoldTest {
  @Test
  void whatCameTrueAndWhatDidNot() {
    assertThat(compared(Verdict.REFUSED, Result.REFUSED))
        .isEqualTo("Predicted refused, and AWS STS refused.");
    assertThat(compared(Verdict.ADMITTED, Result.DONE))
        .isEqualTo("Predicted admitted, and AWS STS admitted it.");
    assertThat(compared(Verdict.ADMITTED, Result.REFUSED))
        .isEqualTo("Predicted admitted, but AWS STS refused.");
    assertThat(compared(Verdict.REFUSED, Result.DONE))
        .isEqualTo("Predicted refused, but AWS STS admitted it.");
  }

  @Test
  void whatWasLeftOpenIsNeitherRightNorWrong() {
    assertThat(compared(Verdict.UNDECIDED, Result.REFUSED))
        .isEqualTo("Could not be predicted; AWS STS refused.");
    assertThat(compared(Verdict.REFUSED, Result.BROKEN))
        .isEqualTo("Predicted refused; AWS STS gave no answer.");
    assertThat(Foretold.compared(Verdict.REFUSED, run(Direction.AWS_TO_GOOGLE, List.of())))
        .isEqualTo("Predicted refused; not asked.");
  }

  @Test
  void onTheOtherRoadGoogleAnswers() {
    assertThat(
            Foretold.compared(
                Verdict.REFUSED, run(Direction.AWS_TO_GOOGLE, List.of(exchange(Result.REFUSED)))))
        .isEqualTo("Predicted refused, and Google STS refused.");
  }

  @Test
  void whatIsForetoldIsToldInWholeSentences() {
    LocalCheck nothing = new LocalCheck.NotMade(List.of());
    assertThat(Foretold.said(nothing, Direction.AWS_TO_GOOGLE))
        .isEqualTo(
            "Not predicted: whether Google STS would admit this token cannot be told, because there"
                + " is nothing to judge by.");
  }

  private static String compared(Verdict predicted, Result came) {
    return Foretold.compared(predicted, run(Direction.GOOGLE_TO_AWS, List.of(exchange(came))));
  }

  private static Run run(Direction direction, List<Leg> legs) {
    return new Run("any", direction, Run.State.DONE, legs, null, null, null, null, List.of());
  }

  private static Leg exchange(Result outcome) {
    return Legs.leg("exchange", outcome);
  }
}
