package dev.crosstrust.route;

import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.finding.Finding;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs routes on the calling thread. Interrupting the thread ends the run with what it has, marked
 * {@link Run.State#CANCELLED}; the thread stays interrupted.
 */
public final class RouteRunner {
  private final Function<Recorder, GoogleToAwsStages> googleToAws;
  private final InstantSource clock;

  /**
   * @param googleToAws opens the stages of one run, whose legs go to the recorder
   */
  public RouteRunner(Function<Recorder, GoogleToAwsStages> googleToAws, InstantSource clock) {
    this.googleToAws = googleToAws;
    this.clock = clock;
  }

  /**
   * Runs a route from its identity to its last step.
   *
   * @param listener told of every new state of the run, the last included, on the thread that made
   *     the call
   * @return the run at its end
   */
  public Run run(Route route, Consumer<Run> listener) {
    Journal journal = new Journal(route, listener);
    return switch (route) {
      case GoogleToAws road -> {
        try (GoogleToAwsStages stages = googleToAws.apply(new Recorder(journal::leg))) {
          yield new GoogleToAwsRun(road, stages, journal, clock).toItsEnd();
        }
      }
      case AwsToGoogle _ -> {
        journal.found(
            List.of(
                Finding.error(
                    "route.direction-not-run",
                    "This version reads and writes routes from AWS to Google and cannot run"
                        + " them")));
        yield journal.end(Run.State.BROKEN);
      }
    };
  }
}
