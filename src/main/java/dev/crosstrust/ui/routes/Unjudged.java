package dev.crosstrust.ui.routes;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.route.run.Run;
import java.util.Optional;

/** Why a run ended and its token was not judged. */
final class Unjudged {
  private Unjudged() {}

  /** In one sentence. */
  static String why(Run over) {
    if (over.outcome() == Run.State.CANCELLED) {
      return "The run was cancelled before the token was judged.";
    }
    Optional<Leg> exchange = Foretold.exchange(over).map(over.legs()::get);
    if (exchange.isEmpty()) {
      return "The run ended before there was anything to exchange, so no token was judged.";
    }
    return exchange.get().outcome() == Leg.Result.BROKEN
        ? "%s did not answer, so the token was not judged.".formatted(Foretold.who(over))
        : "What the other side takes was not read, so the token was not judged.";
  }
}
