package dev.crosstrust.ui.routes;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The route that is looked at, and what goes on with it; there may be none. */
final class CurrentRunModel {
  private final RoutesModel routes;
  private final ObservableValue<RunModel> current;
  private final ObservableValue<Boolean> busy;
  private final ObservableValue<String> when;

  CurrentRunModel(RoutesModel routes) {
    this.routes = routes;
    current = routes.phaseProperty().map(_ -> routes.current());
    when = current.flatMap(RunModel::whenProperty).orElse("");
    busy =
        current
            .flatMap(it -> Bindings.or(it.runningProperty(), it.predictingProperty()))
            .orElse(false);
  }

  /** Whether there is one. */
  ObservableValue<Boolean> thereProperty() {
    return current.map(_ -> true).orElse(false);
  }

  /** Whether it is run, or what will be answered is being found out. */
  ObservableValue<Boolean> busyProperty() {
    return busy;
  }

  /** Whether there is one with which nothing goes on. */
  ObservableValue<Boolean> restingProperty() {
    return current.flatMap(_ -> busy).map(it -> !it).orElse(false);
  }

  /** How long something has been going on, or when it was; empty without a route. */
  ObservableValue<String> whenProperty() {
    return when;
  }

  /** What ends what goes on, in two words. */
  ObservableValue<String> cancelProperty() {
    return current
        .flatMap(RunModel::predictingProperty)
        .map(it -> it ? "Cancel prediction" : "Cancel run")
        .orElse("Cancel run");
  }

  /** From which cloud to which; empty without a route. */
  ObservableValue<String> directionProperty() {
    return current.map(it -> it.route().direction().arrow()).orElse("");
  }

  void run() {
    on(RunModel::start);
  }

  void predict() {
    on(RunModel::predict);
  }

  void cancel() {
    on(RunModel::cancel);
  }

  /** Time has passed. */
  void tick() {
    on(RunModel::tick);
  }

  /** Whether there is anything to try changes with. */
  boolean isChangeable() {
    RunModel now = routes.current();
    return now != null && now.check().isChangeable();
  }

  /** Its name; null without a route. */
  @Nullable String name() {
    RunModel now = routes.current();
    return now == null ? null : now.route().name();
  }

  private void on(Consumer<RunModel> work) {
    RunModel now = routes.current();
    if (now != null) {
      work.accept(now);
    }
  }
}
