package dev.crosstrust.ui.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.route.Direction;
import dev.crosstrust.route.run.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a plain JVM: no toolkit is started here. */
class RunCardsTest {
  private static final Leg REFUSED = Legs.leg("exchange", Leg.Result.REFUSED);

  @Test
  void ourReasonStandsBeforeTheAnswerItExplains() {
    Finding found = Finding.error("any", "Any");
    String answer = RunCards.answer(REFUSED);

    assertThat(told(found.because(answer, "ours", "more of ours")))
        .containsExactly("ours", answer, "more of ours");
    assertThat(told(found.because(answer))).containsExactly(answer);
    assertThat(told(found.because("ours", "more of ours"))).containsExactly("ours", "more of ours");
  }

  @Test
  void whyATokenWasNotJudged() {
    assertThat(why(Run.State.BROKEN, Legs.leg("exchange", Leg.Result.BROKEN)))
        .isEqualTo("AWS STS did not answer, so the token was not judged.");
    assertThat(why(Run.State.CANCELLED, Legs.leg("exchange", Leg.Result.BROKEN)))
        .isEqualTo("The run was cancelled before the token was judged.");
    assertThat(why(Run.State.REFUSED, Legs.leg("token", Leg.Result.REFUSED)))
        .isEqualTo("The run ended before there was anything to exchange, so no token was judged.");
    assertThat(why(Run.State.REFUSED, REFUSED))
        .isEqualTo("What the other side takes was not read, so the token was not judged.");
  }

  private static String why(Run.State state, Leg leg) {
    return Unjudged.why(run(state, leg, List.of()));
  }

  private static List<String> told(Finding finding) {
    return RunCards.of(run(Run.State.REFUSED, REFUSED, List.of(finding))).getFirst().because();
  }

  private static Run run(Run.State state, Leg leg, List<Finding> findings) {
    return new Run(
        "any", Direction.GOOGLE_TO_AWS, state, List.of(leg), null, null, null, null, findings);
  }
}
