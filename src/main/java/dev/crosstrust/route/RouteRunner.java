package dev.crosstrust.route;

import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.finding.Finding;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs routes on the calling thread. Interrupting the thread ends the run with what it has, marked
 * {@link Run.State#CANCELLED}; the thread stays interrupted.
 */
public final class RouteRunner {
  private final Roads roads;
  private final InstantSource clock;

  /**
   * @param roads opens the stages of one run, whose legs go to the recorder
   */
  public RouteRunner(Roads roads, InstantSource clock) {
    this.roads = roads;
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
    Recorder recorder = new Recorder(journal::leg);
    return switch (route) {
      case GoogleToAws road -> {
        try (GoogleToAwsStages stages = roads.toAws(recorder)) {
          yield new RoadRun<>(road, stages, journal, clock).toItsEnd();
        }
      }
      case AwsToGoogle road -> {
        Optional<AwsToGoogleStages> opened = roads.toGoogle(recorder);
        if (opened.isEmpty()) {
          journal.found(
              List.of(
                  Finding.error(
                      "route.direction-not-run", "Routes to Google cannot be run from here")));
          yield journal.end(Run.State.BROKEN);
        }
        try (AwsToGoogleStages stages = opened.get()) {
          yield new RoadRun<>(road, stages, journal, clock).toItsEnd();
        }
      }
    };
  }
}
