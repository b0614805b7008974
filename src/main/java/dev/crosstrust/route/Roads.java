package dev.crosstrust.route;

import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.identity.Machine;
import java.time.InstantSource;

/**
 * All roads over the wire, with the identities and settings of one machine.
 *
 * @param origins where Google and the issuers are found
 */
public record Roads(Machine machine, Origins origins, InstantSource clock) {

  /** The road of one piece of work, whose legs go to the recorder. */
  public GoogleToAwsRoad googleToAws(Recorder recorder) {
    return new GoogleToAwsRoad(machine, origins, recorder, clock);
  }

  /** The same the other way. */
  public AwsToGoogleRoad awsToGoogle(Recorder recorder) {
    return new AwsToGoogleRoad(
        machine, origins, recorder, clock, wire -> GoogleSteps.over(wire, clock));
  }

  /** Runs any route. */
  public RouteRunner runner() {
    return new RouteRunner(this::googleToAws, this::awsToGoogle, clock);
  }

  /**
   * Goes a route's way to the storage at its end, the account pin kept; blocks.
   *
   * @param recorder gets the legs of the way, and those of all that is asked of the storage
   */
  public Outcome<StorageSession> storage(Route route, Recorder recorder) {
    return switch (route) {
      case GoogleToAws toAws -> {
        GoogleToAwsRoad road = googleToAws(recorder);
        yield orClosed(road.storage(toAws), road);
      }
      case AwsToGoogle toGoogle -> {
        AwsToGoogleRoad road = awsToGoogle(recorder);
        yield orClosed(road.storage(toGoogle), road);
      }
    };
  }

  private static Outcome<StorageSession> orClosed(
      Outcome<StorageSession> session, Stages<?, ?> road) {
    if (!(session instanceof Outcome.Done)) {
      road.close();
    }
    return session;
  }
}
