package dev.crosstrust.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Collects the legs of one piece of work in the order in which they end. The label travels with the
 * thread that makes the call, because the libraries in between have no place for it.
 */
public final class Recorder {
  private static final ScopedValue<Label> LABEL = ScopedValue.newInstance();

  /** Who follows the calls of a thread, whichever wire they go over. */
  private static final ScopedValue<List<Recorder>> FOLLOWERS = ScopedValue.newInstance();

  private final List<Leg> legs = new CopyOnWriteArrayList<>();
  private final Consumer<Leg> listener;
  private final Consumer<Label> asked;
  private final int kept;

  /**
   * @param listener told of each leg as it ends, on the thread that made the call
   */
  public Recorder(Consumer<Leg> listener) {
    this(listener, _ -> {});
  }

  /**
   * The same.
   *
   * @param asked told of each call as it begins, on that thread
   */
  public Recorder(Consumer<Leg> listener, Consumer<Label> asked) {
    this(listener, asked, Integer.MAX_VALUE);
  }

  public Recorder() {
    this(_ -> {});
  }

  private Recorder(Consumer<Leg> listener, Consumer<Label> asked, int kept) {
    this.listener = listener;
    this.asked = asked;
    this.kept = kept;
  }

  /** Keeps the newest legs only, for work of any length, such as listing a large bucket. */
  public static Recorder ofTheLast(int legs) {
    return new Recorder(_ -> {}, _ -> {}, legs);
  }

  /** Makes calls whose legs bear this label. */
  public static <T, X extends Throwable> T during(
      Label label, ScopedValue.CallableOp<? extends T, X> calls) throws X {
    return ScopedValue.where(LABEL, label).call(calls);
  }

  /**
   * Makes calls whose legs are recorded here as well: one piece of work among several that share a
   * wire keeps its own evidence. Who follows already goes on to.
   */
  public <T, X extends Throwable> T follow(ScopedValue.CallableOp<? extends T, X> calls) throws X {
    List<Recorder> all = new ArrayList<>(FOLLOWERS.orElse(List.of()));
    all.add(this);
    return ScopedValue.where(FOLLOWERS, List.copyOf(all)).call(calls);
  }

  /** The label of the calls being made on this thread, or this one where none was given. */
  public static Label labelOr(Label otherwise) {
    return LABEL.orElse(otherwise);
  }

  /** A call begins, of which a leg will tell. */
  public void asks(Label label) {
    asked.accept(label);
  }

  /** Adds one leg. */
  public void record(Leg leg) {
    keep(leg);
    for (Recorder follower : FOLLOWERS.orElse(List.of())) {
      if (follower != this) {
        follower.keep(leg);
      }
    }
  }

  private void keep(Leg leg) {
    legs.add(leg);
    if (legs.size() > kept) {
      legs.removeFirst();
    }
    listener.accept(leg);
  }

  /** All legs so far that are kept. */
  public List<Leg> legs() {
    return List.copyOf(legs);
  }
}
