package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.route.Route;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The way to the keys, and how long they last: entered and renewed by a deliberate act only. */
final class ConnectionModel {
  private final Background background;
  private final Errand entering;
  private final ExpiryModel expiry;
  private final ReadOnlyObjectWrapper<Phase<Connection>> phase =
      new ReadOnlyObjectWrapper<>(new Phase.Empty<>("", ""));

  ConnectionModel(Background background, InstantSource clock) {
    this.background = background;
    entering = new Errand(background);
    expiry = new ExpiryModel(clock);
  }

  /**
   * Goes a route's way to its keys; what was open before is closed.
   *
   * @param then gets the connection when there is one
   */
  void connect(Access access, Route route, Consumer<Connection> then) {
    close();
    entering
        .begin(
            () -> access.enter(route),
            told -> entered(told, then),
            sentence -> entered(Told.unasked(sentence), then))
        .ifPresent(job -> phase.set(new Phase.Working<>("Getting keys by " + route.name(), job)));
  }

  private void entered(Told<Connection> told, Consumer<Connection> then) {
    if (told.outcome() instanceof Outcome.Done<Connection>(Connection connection)) {
      phase.set(new Phase.Ready<>(connection));
      expiry.until(connection.session().expiry());
      then.accept(connection);
    } else {
      phase.set(told.without());
    }
  }

  /** Forgets the keys, and the way to them that is being gone. */
  void disconnect(Phase<Connection> shown) {
    entering.giveUp();
    close();
    phase.set(shown);
  }

  /** Closing waits for calls under way to end, which the screen does not. */
  private void close() {
    expiry.until(Optional::empty);
    connected()
        .ifPresent(
            open -> {
              Job _ = background.begin(() -> closed(open), _ -> {}, _ -> {});
            });
  }

  private static Connection closed(Connection open) {
    open.session().close();
    return open;
  }

  Optional<Connection> connected() {
    return phase.get() instanceof Phase.Ready<Connection>(Connection there)
        ? Optional.of(there)
        : Optional.empty();
  }

  ReadOnlyObjectProperty<Phase<Connection>> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  ExpiryModel expiry() {
    return expiry;
  }
}
