package dev.crosstrust.ui.routes.form;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.route.Direction;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.file.RouteKey;
import dev.crosstrust.route.file.RouteStore;
import dev.crosstrust.route.hint.RouteHints;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.kit.Question;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The form from its opening to its end: what it begins with, which way, and the saving. */
public final class RouteFormModel {
  private final Background background;
  private final Supplier<Surroundings> here;
  private final SavingModel saving;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Direction> direction =
      new ReadOnlyObjectWrapper<>(Direction.GOOGLE_TO_AWS);
  private final ReadOnlyObjectWrapper<Phase<DraftModel>> phase =
      new ReadOnlyObjectWrapper<>(new Phase.Empty<>("New route", "Nothing has been read yet."));
  private final ObjectProperty<Optional<Question>> question =
      new SimpleObjectProperty<>(Optional.empty());
  private final Map<Direction, Phase<DraftModel>> phases = new EnumMap<>(Direction.class);
  private Start start = new Start.Fresh();
  private @Nullable Job reading;

  /**
   * @param saved gets the name of a route that has been written
   */
  public RouteFormModel(
      Background background, Supplier<Surroundings> here, Consumer<String> saved) {
    this.background = background;
    this.here = here;
    this.saving =
        new SavingModel(
            background,
            this::store,
            asked -> question.set(Optional.of(asked)),
            name -> {
              leave();
              saved.accept(name);
            });
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

  /** Which way the route goes. */
  ReadOnlyObjectProperty<Direction> directionProperty() {
    return direction.getReadOnlyProperty();
  }

  /** Whether that may still be chosen: a route that is there goes its way. */
  boolean isDirectionOpen() {
    return start instanceof Start.Fresh;
  }

  ReadOnlyObjectProperty<Phase<DraftModel>> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** What has to be answered before anything goes on. */
  ObjectProperty<Optional<Question>> questionProperty() {
    return question;
  }

  SavingModel saving() {
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
  public void openSaved(Route route, Path file) {
    begin(new Start.Edit(route, file));
  }

  /** What another tool's file says, to be looked at. */
  void openImported(Route route, Path from, List<String> notes) {
    begin(new Start.Import(route, from, notes));
  }

  /** Reads the files again, as when nobody was found in them. */
  void readAgain() {
    begin(start);
  }

  /** Turns a new route round; a name that somebody wrote stays its name. */
  void turn(Direction other) {
    Phase<DraftModel> there = phases.get(other);
    if (there != null && other != direction.get() && question.get().isEmpty()) {
      if (phase.get() instanceof Phase.Ready<DraftModel>(DraftModel left)
          && there instanceof Phase.Ready<DraftModel>(DraftModel entered)) {
        left.field(RouteKey.NAME).written().ifPresent(entered.field(RouteKey.NAME)::write);
      }
      direction.set(other);
      phase.set(there);
    }
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
    if (phases.values().stream().noneMatch(RouteFormModel::isChanged)) {
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

  private static boolean isChanged(Phase<DraftModel> phase) {
    return phase instanceof Phase.Ready<DraftModel>(DraftModel draft) && draft.isChanged();
  }

  private void begin(Start begun) {
    start = begun;
    saving.clear();
    question.set(Optional.empty());
    phases.clear();
    title.set(begun.title());
    direction.set(begun.direction());
    Phase<DraftModel> unread = new Phase.Empty<>(begun.title(), "");
    phase.set(unread);
    Surroundings there = here.get();
    Job job =
        background.begin(
            () -> RouteHints.read(there.machine(), there.clock(), store()),
            this::filled,
            this::unreadable);
    reading = job;
    if (unread.equals(phase.get())) {
      phase.set(new Phase.Working<>("Reading the files of gcloud and aws", job));
    }
    open.set(true);
  }

  /** A new route goes the way that somebody here can take, from Google if both can. */
  private void filled(RouteHints hints) {
    for (Direction way :
        isDirectionOpen() ? Direction.values() : new Direction[] {start.direction()}) {
      boolean nobody = hints.identities(way).isEmpty() && isDirectionOpen();
      phases.put(way, nobody ? nobody(way) : new Phase.Ready<>(new DraftModel(hints, start, way)));
    }
    phases.entrySet().stream()
        .filter(way -> way.getValue() instanceof Phase.Ready)
        .map(Map.Entry::getKey)
        .findFirst()
        .ifPresent(direction::set);
    phase.set(phases.get(direction.get()));
  }

  private static Phase<DraftModel> nobody(Direction direction) {
    String sandbox =
        " Without any account, \"crosstrust --sandbox\" opens this window on clouds of its own.";
    return switch (direction) {
      case GOOGLE_TO_AWS ->
          new Phase.Empty<>(
              "No Google identity on this machine",
              "A route begins with somebody at Google. Sign in with \"gcloud auth login\", or"
                  + " name a key with GOOGLE_APPLICATION_CREDENTIALS; then read the files again."
                  + sandbox);
      case AWS_TO_GOOGLE ->
          new Phase.Empty<>(
              "No AWS identity on this machine",
              "A route begins with somebody at AWS. Make a profile with \"aws configure\" or \"aws"
                  + " configure sso\", or set AWS_ACCESS_KEY_ID; then read the files again."
                  + sandbox);
    };
  }

  private void unreadable(String sentence) {
    phase.set(
        new Phase.Broken<>(
            List.of(
                Finding.error("local.unusable", "The files of this machine cannot be read")
                    .because(sentence))));
  }

  /** Writes the route. */
  void save() {
    if (phase.get() instanceof Phase.Ready<DraftModel>(DraftModel draft)) {
      saving.save(draft);
    }
  }

  private RouteStore store() {
    return new RouteStore(here.get().routes());
  }
}
