package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.ui.kit.Visible;
import dev.crosstrust.ui.task.Background;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Objects that are opened or written by their names alone, where no listing shows them. */
final class NamedModel {
  private final BrowseModel model;
  private final Errand looking;
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

  NamedModel(Background background, BrowseModel model) {
    this.model = model;
    looking = new Errand(background);
    model
        .getListing()
        .deniedProperty()
        .subscribe(
            denied -> {
              if (denied.isEmpty()) {
                clear();
              }
            });
  }

  /** A listing has ended: where the place may be an object, that is opened. */
  void listed(StorageUri at) {
    if (!at.isObject()) {
      return;
    }
    if (model.getListing().deniedProperty().get().isPresent()) {
      look(at);
    } else {
      model.getListing().entries().all().stream()
          .filter(entry -> entry instanceof Entry.StoredObject && entry.uri().equals(at))
          .findFirst()
          .ifPresent(entry -> found((Entry.StoredObject) entry));
    }
  }

  /** Opens the object of this name in the bucket one is at; the name counts as it is typed. */
  void open(String name) {
    object(name).ifPresent(this::look);
  }

  /** Puts a file into the bucket under this name. */
  void upload(Path file, String name) {
    object(name).ifPresent(object -> model.upload(file, object));
  }

  private Optional<StorageUri> object(String name) {
    StorageUri at = model.placeProperty().get();
    Optional<StorageUri> object =
        Optional.of(name)
            .filter(it -> !it.isEmpty() && !at.isRoot())
            .map(at::withKey)
            .filter(StorageUri::isObject);
    if (object.isEmpty()) {
      words.set("Type the whole name of an object: one that does not end with a slash.");
    }
    return object;
  }

  private void look(StorageUri object) {
    model.whenConnected(
        there ->
            looking
                .begin(
                    () -> there.ask(object, store -> store.head(object)),
                    told -> looked(there, object, told),
                    sentence -> looked(there, object, Told.unasked(sentence)))
                .ifPresent(_ -> words.set("Looking for " + Visible.text(object.toString()))));
  }

  private void looked(Connection there, StorageUri object, Told<Entry.StoredObject> told) {
    if (told.outcome() instanceof Outcome.Done<Entry.StoredObject>(Entry.StoredObject stored)) {
      words.set("Opened by its name: " + Visible.text(object.toString()));
      model.getListing().explain(there);
      found(stored);
    } else {
      model.selectedProperty().set(Optional.empty());
      words.set("%s is not opened. %s".formatted(Visible.text(object.toString()), why(told)));
    }
  }

  private static String why(Told<?> told) {
    Stream<String> titles = told.findings().stream().map(Finding::title);
    return Stream.concat(titles, told.denied().map(Denied::sentence).stream())
        .collect(Collectors.joining(". "));
  }

  private void found(Entry.StoredObject object) {
    model.selectedProperty().set(Optional.of(object));
    model.preview();
  }

  private void clear() {
    looking.giveUp();
    words.set("");
  }

  /** What came of the last one. */
  ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }
}
