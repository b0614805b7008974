package dev.crosstrust.ui.browse;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** How long the keys last still, in words; {@link #tick} brings it up to date. */
public final class ExpiryModel {
  private static final Duration SOON = Duration.ofMinutes(5);

  /** How it stands with the keys. */
  public enum State {
    /** There are none, or nobody said when they end. */
    UNKNOWN,
    GOOD,
    /** Less than five minutes. */
    SOON,
    OVER
  }

  private final InstantSource clock;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.UNKNOWN);
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private Supplier<Optional<Instant>> end = Optional::empty;

  ExpiryModel(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Follows an end, which keys that are renewed move.
   *
   * @param expiry empty when nobody says it
   */
  void until(Supplier<Optional<Instant>> expiry) {
    end = expiry;
    tick();
  }

  /** Looks at the clock. */
  public void tick() {
    Optional<Instant> at = end.get();
    state.set(at.map(this::stateAt).orElse(State.UNKNOWN));
    words.set(at.map(this::wordsFor).orElse(""));
  }

  private State stateAt(Instant at) {
    Duration left = left(at);
    if (!left.isPositive()) {
      return State.OVER;
    }
    return left.compareTo(SOON) < 0 ? State.SOON : State.GOOD;
  }

  private String wordsFor(Instant at) {
    return switch (stateAt(at)) {
      case UNKNOWN -> "";
      case GOOD -> Words.clock(left(at)) + " left";
      case SOON -> "ends in " + Words.clock(left(at));
      case OVER -> "session ended";
    };
  }

  private Duration left(Instant at) {
    return Duration.between(clock.instant(), at);
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  public String getWords() {
    return words.get();
  }
}
