package dev.crosstrust.route.run;

import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Route;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs routes on the calling thread. Interrupting the thread ends the run with what it has, marked
 * {@link Run.State#CANCELLED}; the thread stays interrupted.
 */
public final class RouteRunner {
  private final Function<Recorder, ? extends GoogleToAwsStages> googleToAws;
  private final Function<Recorder, ? extends AwsToGoogleStages> awsToGoogle;
  private final InstantSource clock;
  private final @Nullable Checks checks;

  /**
   * @param googleToAws opens the stages of one run, whose legs go to the recorder
   * @param awsToGoogle the same the other way
   */
  public RouteRunner(
      Function<Recorder, ? extends GoogleToAwsStages> googleToAws,
      Function<Recorder, ? extends AwsToGoogleStages> awsToGoogle,
      InstantSource clock) {
    this(googleToAws, awsToGoogle, clock, null);
  }

  private RouteRunner(
      Function<Recorder, ? extends GoogleToAwsStages> googleToAws,
      Function<Recorder, ? extends AwsToGoogleStages> awsToGoogle,
      InstantSource clock,
      @Nullable Checks checks) {
    this.googleToAws = googleToAws;
    this.awsToGoogle = awsToGoogle;
    this.clock = clock;
    this.checks = checks;
  }

  /** The same, judging each token that was presented. */
  public RouteRunner checking(Checks made) {
    return new RouteRunner(googleToAws, awsToGoogle, clock, made);
  }

  /**
   * Runs a route from its identity to its last step.
   *
   * @param listener told of every new state of the run, the last included, on the thread that made
   *     the call
   * @return the run at its end
   */
  public Run run(Route route, Consumer<Run> listener) {
    return run(route, listener, _ -> {});
  }

  /**
   * The same.
   *
   * @param asked told of every call as it begins, on that thread
   */
  public Run run(Route route, Consumer<Run> listener, Consumer<Label> asked) {
    Journal journal = new Journal(route, listener, asked);
    Recorder recorder = new Recorder(journal::leg, asked);
    return switch (route) {
      case GoogleToAws road -> {
        try (GoogleToAwsStages stages = googleToAws.apply(recorder)) {
          yield new RoadRun<>(road, stages, journal, clock, checks).toItsEnd();
        }
      }
      case AwsToGoogle road -> {
        try (AwsToGoogleStages stages = awsToGoogle.apply(recorder)) {
          yield new RoadRun<>(road, stages, journal, clock, checks).toItsEnd();
        }
      }
    };
  }
}
