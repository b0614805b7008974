package dev.crosstrust.route.road;

import dev.crosstrust.check.LocalChecks;
import dev.crosstrust.check.Readers;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.run.Checks;
import dev.crosstrust.route.run.RouteRunner;
import dev.crosstrust.route.run.Stages;
import dev.crosstrust.token.SubjectToken;
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

  /** Runs any route, and judges nothing by what the other side is configured to take. */
  public RouteRunner runner() {
    return new RouteRunner(this::googleToAws, this::awsToGoogle, clock);
  }

  /** Runs any route and, when the road was gone, judges its token by what the other side takes. */
  public RouteRunner runner(Checks checks) {
    return runner().checking(checks);
  }

  /** The checks of the other side, with identities of this machine that may read there. */
  public Checks checks() {
    return checks(Readers.of(machine, clock));
  }

  /** The same, with these. */
  public Checks checks(Readers readers) {
    return new RouteChecks(new LocalChecks(machine, origins, clock, readers));
  }

  /** Foretells what the other side will answer, with these checks. */
  public Prediction prediction(Checks checks) {
    return (route, recorder) ->
        token(route, recorder).map(token -> checks.of(route, token, recorder));
  }

  private Outcome<SubjectToken> token(Route route, Recorder recorder) {
    return switch (route) {
      case GoogleToAws toAws -> {
        try (GoogleToAwsRoad road = googleToAws(recorder)) {
          yield road.token(toAws);
        }
      }
      case AwsToGoogle toGoogle -> {
        try (AwsToGoogleRoad road = awsToGoogle(recorder)) {
          yield road.token(toGoogle);
        }
      }
    };
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
