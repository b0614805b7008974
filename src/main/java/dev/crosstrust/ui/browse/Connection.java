package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.StorageSession;
import dev.crosstrust.storage.ObjectStore;
import dev.crosstrust.storage.StorageUri;
import java.util.Optional;
import java.util.function.Function;

/** A route that has been gone to its end: who one is there, and the storage it opens. */
record Connection(Route route, StorageSession session) {
  /** A listing makes a call a page; what explains its end are the last few. */
  private static final int LEGS_KEPT = 8;

  /**
   * Asks the storage something; blocks. What is found about it is never taken from other work that
   * goes on beside it.
   *
   * @param at what is asked about
   */
  <T> Told<T> ask(StorageUri at, Function<ObjectStore, Outcome<T>> question) {
    Recorder recorder = Recorder.ofTheLast(LEGS_KEPT);
    Outcome<T> answer = recorder.follow(() -> question.apply(session.store()));
    return Told.of(answer, recorder.legs(), denied(answer, at));
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
