package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.route.file.RouteStore;
import dev.crosstrust.surroundings.Surroundings;
import java.io.IOException;
import java.util.List;

/** Access over the wire. */
record RoadAccess(Surroundings here) implements Access {
  /** The way to the keys has fewer; a connection that lasts all day does not grow. */
  private static final int LEGS_KEPT = 16;

  @Override
  public List<Route> routes() throws IOException {
    return new RouteStore(here.routes())
        .list().stream()
            .filter(Loaded.Good.class::isInstance)
            .map(loaded -> ((Loaded.Good) loaded).route())
            .toList();
  }

  @Override
  public Told<Connection> enter(Route route) {
    Recorder recorder = Recorder.ofTheLast(LEGS_KEPT);
    return Told.of(
        here.roads()
            .storage(route, recorder)
            .map(session -> Connection.of(route, session, recorder.legs())),
        recorder.legs());
  }
}
