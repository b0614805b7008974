package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.exchange.aws.RoleSession;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.GoogleToAwsRoad;
import dev.crosstrust.route.Loaded;
import dev.crosstrust.route.RouteStore;
import dev.crosstrust.storage.ObjectStore;
import dev.crosstrust.surroundings.Surroundings;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * Access over the wire. Each piece of work has a road and evidence of its own, so that what is
 * found about one is never taken from another that goes on beside it.
 */
record RoadAccess(Surroundings here) implements Access {
  /** A listing makes a call a page; what explains its end are the last few. */
  private static final int LEGS_KEPT = 8;

  @Override
  public List<GoogleToAws> routes() throws IOException {
    return new RouteStore(here.routes())
        .list().stream()
            .filter(Loaded.Good.class::isInstance)
            .map(loaded -> ((Loaded.Good) loaded).route())
            .filter(GoogleToAws.class::isInstance)
            .map(GoogleToAws.class::cast)
            .toList();
  }

  @Override
  public Told<RoleSession> enter(GoogleToAws route) {
    Recorder recorder = new Recorder();
    try (GoogleToAwsRoad road = road(recorder)) {
      return Told.of(road.enter(route), recorder.legs());
    }
  }

  @Override
  public <T> Told<T> ask(
      GoogleToAws route, RoleSession session, Function<ObjectStore, Outcome<T>> question) {
    Recorder recorder = Recorder.ofTheLast(LEGS_KEPT);
    try (GoogleToAwsRoad road = road(recorder)) {
      Outcome<T> answer = road.storage(route, session).then(store -> answer(store, question));
      return Told.of(answer, recorder.legs());
    }
  }

  private static <T> Outcome<T> answer(
      ObjectStore opened, Function<ObjectStore, Outcome<T>> question) {
    try (ObjectStore store = opened) {
      return question.apply(store);
    }
  }

  private GoogleToAwsRoad road(Recorder recorder) {
    return new GoogleToAwsRoad(here.machine(), here.origins(), recorder, here.clock());
  }
}
