package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Phase;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The beginning of an object, read when the user asks for it: reading leaves traces. */
final class PreviewModel {
  private final Errand reading;
  private final ReadOnlyObjectWrapper<Phase<Preview>> phase = new ReadOnlyObjectWrapper<>(none());

  PreviewModel(Background background) {
    reading = new Errand(background);
  }

  /** Reads the beginning; what was being read before is given up. */
  void show(Connection connection, Entry.StoredObject object) {
    if (object.size() == 0) {
      clear();
      phase.set(new Phase.Empty<>("This object is empty", "There is no byte to show."));
      return;
    }
    reading
        .begin(
            () ->
                connection
                    .ask(object.uri(), store -> store.firstBytes(object.uri(), Preview.LIMIT_BYTES))
                    .map(bytes -> Preview.of(object, bytes)),
            this::end,
            sentence -> end(Told.unasked(sentence)))
        .ifPresent(job -> phase.set(new Phase.Working<>("Reading the beginning", job)));
  }

  private void end(Told<Preview> told) {
    phase.set(
        told.outcome() instanceof Outcome.Done<Preview>(Preview preview)
            ? new Phase.Ready<>(preview)
            : told.inFull().without());
  }

  /** Forgets it, and gives up what is being read. */
  void clear() {
    reading.giveUp();
    phase.set(none());
  }

  private static Phase<Preview> none() {
    return new Phase.Empty<>(
        "Not read yet",
        "Enter shows how it begins: %s at most.".formatted(Words.size(Preview.LIMIT_BYTES)));
  }

  ReadOnlyObjectProperty<Phase<Preview>> phaseProperty() {
    return phase.getReadOnlyProperty();
  }
}
