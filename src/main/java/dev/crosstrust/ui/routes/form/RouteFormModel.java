package dev.crosstrust.ui.routes.form;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.route.Drafted;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.RouteHints;
import dev.crosstrust.route.RouteStore;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.kit.Question;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The form from its opening to its end: what it begins with, and the saving. */
public final class RouteFormModel {
  private final Background background;
  private final Supplier<Surroundings> here;
  private final Consumer<String> saved;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final BooleanProperty saving = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Phase<DraftModel>> phase =
      new ReadOnlyObjectWrapper<>(new Phase.Empty<>("New route", "Nothing has been read yet."));
  private final ObjectProperty<Optional<Question>> question =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Finding>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Start start = new Start.Fresh();
  private @Nullable Job reading;

  /**
   * @param saved gets the name of a route that has been written
   */
  public RouteFormModel(
      Background background, Supplier<Surroundings> here, Consumer<String> saved) {
    this.background = background;
    this.here = here;
    this.saved = saved;
  }

  /** Whether it is shown. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  public boolean isOpen() {
    return open.get();
  }

  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  public String getTitle() {
    return title.get();
  }

  ReadOnlyObjectProperty<Phase<DraftModel>> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** What has to be answered before anything goes on. */
  ObjectProperty<Optional<Question>> questionProperty() {
    return question;
  }

  /** Why the route could not be written. */
  ReadOnlyObjectProperty<Optional<Finding>> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  BooleanProperty savingProperty() {
    return saving;
  }

  /** Where the values are from, in a few words. */
  String about() {
    return start.about();
  }

  /** What should be known about what the form began with. */
  List<String> notes() {
    return start.notes();
  }

  /** A new route, filled with what the files of this machine suggest. */
  public void openNew() {
    begin(new Start.Fresh());
  }

  /** A saved route, to be changed. */
  public void openSaved(GoogleToAws route, Path file) {
    begin(new Start.Edit(route, file));
  }

  /** What another tool's file says, to be looked at. */
  void openImported(GoogleToAws route, Path from, List<String> notes) {
    begin(new Start.Import(route, from, notes));
  }

  /** Reads the files again, as when nobody was found in them. */
  void readAgain() {
    begin(start);
  }

  /** The window works elsewhere now: what was suggested is of no use there. */
  public void leave() {
    if (reading != null) {
      reading.cancel();
    }
    question.set(Optional.empty());
    open.set(false);
  }

  /** Goes away, at once where nothing would be lost. */
  void close() {
    boolean changed =
        phase.get() instanceof Phase.Ready<DraftModel>(DraftModel draft) && draft.isChanged();
    if (!changed) {
      leave();
    } else if (question.get().isEmpty()) {
      question.set(
          Optional.of(
              Question.harmful(
                  "What you have written is not saved.",
                  "Discard changes",
                  this::leave,
                  "Go on writing")));
    }
  }

  private void begin(Start begun) {
    start = begun;
    title.set(begun.title());
    question.set(Optional.empty());
    trouble.set(Optional.empty());
    saving.set(false);
    Phase<DraftModel> unread = new Phase.Empty<>(begun.title(), "");
    phase.set(unread);
    Surroundings there = here.get();
    Job job =
        background.begin(
            () -> RouteHints.read(there.machine(), store(there)), this::filled, this::unreadable);
    reading = job;
    if (unread.equals(phase.get())) {
      phase.set(new Phase.Working<>("Reading the files of gcloud and aws", job));
    }
    open.set(true);
  }

  private void filled(RouteHints hints) {
    boolean nobody = hints.identities().isEmpty() && start instanceof Start.Fresh;
    phase.set(
        nobody
            ? new Phase.Empty<>(
                "No Google identity on this machine",
                "A route begins with somebody at Google. Sign in with \"gcloud auth login\", or"
                    + " name a key with GOOGLE_APPLICATION_CREDENTIALS; then read the files again."
                    + " Without any account, \"crosstrust --sandbox\" opens this window on clouds"
                    + " of its own.")
            : new Phase.Ready<>(new DraftModel(hints, start)));
  }

  private void unreadable(String sentence) {
    phase.set(
        new Phase.Broken<>(
            List.of(
                Finding.error("local.unusable", "The files of this machine cannot be read")
                    .because(sentence))));
  }

  /** Writes the route; one that would replace another is asked about first. */
  void save() {
    if (!saving.get()
        && phase.get() instanceof Phase.Ready<DraftModel>(DraftModel draft)
        && draft.draftedProperty().get() instanceof Drafted.Good(Route route)) {
      if (draft.takenProperty().get().isEmpty()) {
        write(route, false);
      } else {
        askToReplace(route);
      }
    }
  }

  private void askToReplace(Route route) {
    RouteStore store = store(here.get());
    question.set(
        Optional.of(
            Question.harmful(
                "%s is there already.".formatted(store.fileOf(route.name())),
                "Replace saved route",
                () -> write(route, true),
                "Keep it")));
  }

  private void write(Route route, boolean replacing) {
    RouteStore store = store(here.get());
    Path target = store.fileOf(route.name());
    saving.set(true);
    trouble.set(Optional.empty());
    Job _ =
        background.begin(
            () -> written(store, route, replacing),
            written -> {
              saving.set(false);
              if (written) {
                leave();
                saved.accept(route.name());
              } else {
                askToReplace(route);
              }
            },
            sentence -> {
              saving.set(false);
              trouble.set(Optional.of(unwritable(target, sentence)));
            });
  }

  /** False when another route has come to have this name in the meantime. */
  private boolean written(RouteStore store, Route route, boolean replacing) throws IOException {
    String own = start.ownName();
    boolean renamed = !route.name().equals(own);
    if (renamed && !replacing && store.contains(route.name())) {
      return false;
    }
    try {
      store.save(route);
      if (renamed && !own.isEmpty()) {
        store.delete(store.fileOf(own));
      }
      return true;
    } catch (FileSystemException e) {
      // Its message may be no more than the file's name.
      String what = e.getClass().getSimpleName();
      throw new IOException("%s (%s)".formatted(e.getFile(), what), e);
    }
  }

  private static Finding unwritable(Path file, String sentence) {
    return Finding.error("local.unusable", "The route cannot be saved")
        .because("%s cannot be written".formatted(file), sentence)
        .fix(Fix.of("Make its folder writable, then save again. What you wrote stays here."));
  }

  private static RouteStore store(Surroundings there) {
    return new RouteStore(there.routes());
  }
}
