package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.ui.kit.Visible;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A bucket or prefix in the tree. Below it is what listings have shown, never a call more. */
final class Place {
  /** What is known of it. */
  enum State {
    UNSEEN,
    SEEN,
    REFUSED
  }

  private final StorageUri uri;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.UNSEEN);
  private final ObservableList<Place> below = FXCollections.observableArrayList();

  Place(StorageUri uri) {
    this.uri = uri;
  }

  StorageUri uri() {
    return uri;
  }

  ObservableList<Place> below() {
    return below;
  }

  void became(State now) {
    state.set(now);
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** As the tree writes and reads it. */
  String words() {
    String name = Visible.text(uri.name());
    return state.get() == State.REFUSED ? name + ", refused" : name;
  }
}
