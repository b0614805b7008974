package dev.crosstrust.ui.browse;

import dev.crosstrust.route.Route;
import dev.crosstrust.ui.task.Background;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The saved routes that lead to storage, and which of them is gone. */
final class ChoiceModel {
  private final Errand reading;
  private final ObservableList<Route> routes = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<Route>> chosen =
      new SimpleObjectProperty<>(Optional.empty());

  ChoiceModel(Background background) {
    reading = new Errand(background);
  }

  /**
   * Reads them; the one that was chosen stays so where it is the same still.
   *
   * @param done called when they are here
   * @param failed gets one sentence
   */
  void read(Access access, Runnable done, Consumer<String> failed) {
    reading.begin(
        access::routes,
        found -> {
          Optional<Route> before = chosen.get().filter(found::contains);
          routes.setAll(found);
          chosen.set(before.or(() -> found.stream().findFirst()));
          done.run();
        },
        failed);
  }

  ObservableList<Route> routes() {
    return routes;
  }

  ObjectProperty<Optional<Route>> chosenProperty() {
    return chosen;
  }
}
