package dev.crosstrust.ui.routes.form;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.file.Drafted;
import dev.crosstrust.route.file.RouteStore;
import dev.crosstrust.ui.kit.Question;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Writes the file of a route; one that would replace another is asked about first. */
final class SavingModel {
  private final Background background;
  private final Supplier<RouteStore> routes;
  private final Consumer<Question> ask;
  private final Consumer<String> saved;
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<Finding>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param saved gets the name of a route that has been written
   */
  SavingModel(
      Background background,
      Supplier<RouteStore> routes,
      Consumer<Question> ask,
      Consumer<String> saved) {
    this.background = background;
    this.routes = routes;
    this.ask = ask;
    this.saved = saved;
  }

  /** Why it could not be written. */
  ReadOnlyObjectProperty<Optional<Finding>> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy;
  }

  /** Another form begins. */
  void clear() {
    trouble.set(Optional.empty());
  }

  /** Writes what is a route. */
  void save(DraftModel draft) {
    if (!busy.get() && draft.draftedProperty().get() instanceof Drafted.Good(Route route)) {
      Task task = new Task(routes.get(), route, draft.ownName());
      if (draft.takenProperty().get().isEmpty()) {
        write(task, false);
      } else {
        askToReplace(task);
      }
    }
  }

  private void askToReplace(Task task) {
    ask.accept(
        Question.harmful(
            "%s is there already.".formatted(task.file()),
            "Replace saved route",
            () -> write(task, true),
            "Keep it"));
  }

  private void write(Task task, boolean replacing) {
    busy.set(true);
    trouble.set(Optional.empty());
    Job _ =
        background.begin(
            () -> task.written(replacing),
            written -> {
              busy.set(false);
              if (written) {
                saved.accept(task.route().name());
              } else {
                askToReplace(task);
              }
            },
            sentence -> {
              busy.set(false);
              trouble.set(Optional.of(unwritable(task.file(), sentence)));
            });
  }

  private static Finding unwritable(Path file, String sentence) {
    return Finding.error("local.unusable", "The route cannot be saved")
        .because("%s cannot be written".formatted(file), sentence)
        .fix(Fix.of("Make its folder writable, then save again. What you wrote stays here."));
  }

  /**
   * What is to be written.
   *
   * @param ownName under which it is saved so far; empty for a new one
   */
  private record Task(RouteStore store, Route route, String ownName) {
    Path file() {
      return store.fileOf(route.name());
    }

    /** False when another route has come to have this name in the meantime. */
    boolean written(boolean replacing) throws IOException {
      boolean renamed = !route.name().equals(ownName);
      if (renamed && !replacing && store.contains(route.name())) {
        return false;
      }
      try {
        store.save(route);
        if (renamed && !ownName.isEmpty()) {
          store.delete(store.fileOf(ownName));
        }
        return true;
      } catch (FileSystemException e) {
        // Its message may be no more than the file's name.
        String what = e.getClass().getSimpleName();
        throw new IOException("%s (%s)".formatted(e.getFile(), what), e);
      }
    }
  }
}
