package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The beginning of the object that is selected. */
final class PreviewModel {
  private final Background background;
  private final ReadOnlyObjectWrapper<Phase<Preview>> phase = new ReadOnlyObjectWrapper<>(none());
  private Optional<Job> job = Optional.empty();
  private boolean reading;

  PreviewModel(Background background) {
    this.background = background;
  }

  /** Reads the beginning; what was being read before is given up. */
  void show(Connection connection, Entry.StoredObject object) {
    clear();
    reading = true;
    Job begun =
        background.begin(
            () -> connection.ask(store -> store.firstBytes(object.uri(), Preview.LIMIT_BYTES)),
            told -> end(object, told),
            sentence -> end(object, Told.unasked(sentence)));
    if (reading) {
      job = Optional.of(begun);
      phase.set(new Phase.Working<>("Reading the beginning", begun));
    }
  }

  private void end(Entry.StoredObject object, Told<byte[]> told) {
    reading = false;
    job = Optional.empty();
    phase.set(
        told.outcome() instanceof Outcome.Done<byte[]>(byte[] bytes)
            ? new Phase.Ready<>(Preview.of(object, bytes))
            : told.without());
  }

  /** After the user has cancelled. */
  void clear() {
    job.ifPresent(Job::cancel);
    job = Optional.empty();
    reading = false;
    phase.set(none());
  }

  private static Phase<Preview> none() {
    return new Phase.Empty<>("No preview", "Select an object to see how it begins.");
  }

  ReadOnlyObjectProperty<Phase<Preview>> phaseProperty() {
    return phase.getReadOnlyProperty();
  }
}
