package dev.crosstrust.ui.routes;

import dev.crosstrust.route.Run;

/** What a run came to, in one sentence. */
final class Verdict {
  private Verdict() {}

  static String of(Run run) {
    return switch (run.outcome()) {
      case DONE ->
          run.asExpected() ? "Done: everything as expected." : "Done, but not as expected.";
      case REFUSED -> "Refused.";
      case BROKEN -> "Broken: there is no answer to judge.";
      case CANCELLED -> "Cancelled: what had been asked until then is kept.";
      case RUNNING -> "";
    };
  }
}
