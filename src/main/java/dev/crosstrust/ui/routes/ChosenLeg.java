package dev.crosstrust.ui.routes;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.ui.kit.Flow;
import dev.crosstrust.ui.kit.Flow.Arrow;
import dev.crosstrust.ui.kit.Flow.State;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/** Which call of a run is looked at: the newest while it grows, unless another was chosen. */
final class ChosenLeg {
  private final IntegerProperty chosen = new SimpleIntegerProperty(Arrow.NO_LEG);
  private final ReadOnlyObjectWrapper<Optional<Leg>> leg =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private List<Leg> legs = List.of();
  private int newest = Arrow.NO_LEG;

  ChosenLeg() {
    chosen.subscribe(this::show);
  }

  /** Its number; {@link Arrow#NO_LEG} for none. */
  IntegerProperty chosenProperty() {
    return chosen;
  }

  /** The call itself. */
  ReadOnlyObjectProperty<Optional<Leg>> legProperty() {
    return leg.getReadOnlyProperty();
  }

  /** Whether nobody has chosen another call than the one that came last. */
  private boolean isFollowing() {
    return chosen.get() == newest;
  }

  /** The run has these calls now. */
  void grown(List<Leg> now) {
    legs = now;
    int last = now.size() - 1;
    if (isFollowing() && last > chosen.get()) {
      chosen.set(last);
      newest = last;
    } else {
      show(chosen.get());
    }
  }

  /**
   * The run is over: what to look at is the first call that went wrong; of one that went well the
   * exchange, unless another was chosen.
   *
   * @param run null where none was made
   */
  void ended(@Nullable Run run, Flow flow) {
    Optional<Integer> failing =
        flow.arrows()
            .filter(arrow -> arrow.state() == State.FAILED && arrow.made())
            .map(Arrow::leg)
            .findFirst();
    choose(failing.or(() -> ofOneThatWentWell(run)));
  }

  private Optional<Integer> ofOneThatWentWell(@Nullable Run run) {
    return run != null && run.outcome() == Run.State.DONE && isFollowing()
        ? Foretold.exchange(run)
        : Optional.empty();
  }

  /**
   * Looks at this one.
   *
   * @param number empty for the one that is looked at already
   */
  void choose(Optional<Integer> number) {
    number.ifPresent(chosen::set);
  }

  /** There is no run. */
  void clear() {
    legs = List.of();
    newest = Arrow.NO_LEG;
    chosen.set(Arrow.NO_LEG);
    leg.set(Optional.empty());
  }

  private void show(Number number) {
    int at = number.intValue();
    leg.set(at >= 0 && at < legs.size() ? Optional.of(legs.get(at)) : Optional.empty());
  }
}
