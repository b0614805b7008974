package dev.crosstrust.evidence;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Collects the legs of one piece of work in the order in which they end. The label travels with the
 * thread that makes the call, because the libraries in between have no place for it.
 */
public final class Recorder {
  private static final ScopedValue<Label> LABEL = ScopedValue.newInstance();

  private final List<Leg> legs = new CopyOnWriteArrayList<>();
  private final Consumer<Leg> listener;

  /**
   * @param listener told of each leg as it ends, on the thread that made the call
   */
  public Recorder(Consumer<Leg> listener) {
    this.listener = listener;
  }

  public Recorder() {
    this(_ -> {});
  }

  /** Makes calls whose legs bear this label. */
  public static <T, X extends Throwable> T during(
      Label label, ScopedValue.CallableOp<? extends T, X> calls) throws X {
    return ScopedValue.where(LABEL, label).call(calls);
  }

  /** The label of the calls being made on this thread, or this one where none was given. */
  public static Label labelOr(Label otherwise) {
    return LABEL.orElse(otherwise);
  }

  /** Adds one leg. */
  public void record(Leg leg) {
    legs.add(leg);
    listener.accept(leg);
  }

  /** All legs so far. */
  public List<Leg> legs() {
    return List.copyOf(legs);
  }
}
