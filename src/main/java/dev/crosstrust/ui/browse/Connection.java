package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.road.SessionTables;
import dev.crosstrust.route.road.StorageSession;
import dev.crosstrust.storage.ObjectStore;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.storage.table.TableStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A route that has been gone to its end: who one is there, and the storage it opens.
 *
 * @param seen what of this session explains a refusal in it
 */
record Connection(Route route, StorageSession session, Seen seen) {
  /** A listing makes a call a page; what explains its end are the last few. */
  private static final int LEGS_KEPT = 8;

  /**
   * A connection in which nothing has been asked yet.
   *
   * @param way the legs that led to it
   */
  static Connection of(Route route, StorageSession session, List<Leg> way) {
    return new Connection(route, session, new Seen(way));
  }

  /**
   * Asks the storage something; blocks. What is found about it is never taken from other work that
   * goes on beside it.
   *
   * @param at what is asked about
   */
  <T> Told<T> ask(StorageUri at, Function<ObjectStore, Outcome<T>> question) {
    Recorder recorder = Recorder.ofTheLast(LEGS_KEPT);
    Outcome<T> answer = recorder.follow(() -> question.apply(session.store()));
    if (answer instanceof Outcome.Done && at.isObject()) {
      seen.passed(at, recorder.legs());
    }
    return explained(at, Told.of(answer, recorder.legs(), denied(answer, at)));
  }

  /** The same of the tables beside it; blocks. */
  <T> Told<T> askTables(SessionTables tables, Function<TableStore, Outcome<T>> question) {
    Recorder recorder = Recorder.ofTheLast(LEGS_KEPT);
    Outcome<T> answer = recorder.follow(() -> question.apply(tables.store()));
    return Told.of(answer, recorder.legs()).knowing(seen.naming());
  }

  /** The same with what is known by now of the other calls to the bucket. */
  <T> Told<T> explained(StorageUri at, Told<T> told) {
    return told.denied().isPresent() ? told.knowing(seen.around(at)) : told;
  }

  private Optional<Denied> denied(Outcome<?> answer, StorageUri at) {
    return answer instanceof Outcome.Refused<?>(Outcome.Refusal refusal)
        ? session.denial(refusal, at).map(said -> Denied.of(at, refusal, said))
        : Optional.empty();
  }

  /** All buckets. */
  StorageUri root() {
    return session.root();
  }
}
