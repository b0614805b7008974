package dev.crosstrust.ui.routes;

import dev.crosstrust.route.run.Run;

/** What a run came to, in one sentence. */
final class Verdict {
  private Verdict() {}

  static String of(Run run) {
    return switch (run.outcome()) {
      case DONE ->
          run.asExpected()
              ? "Everything went as the route expects."
              : "Everything was answered, but not as the route expects.";
      case REFUSED -> "Not everything was given; the red arrow shows where.";
      case BROKEN -> "There is no answer to judge; the red arrow shows where.";
      case CANCELLED -> "What had been asked until then is kept.";
      case RUNNING, CHECKING -> "";
    };
  }
}
