package dev.crosstrust.ui.routes;

import dev.crosstrust.check.Readers;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.route.file.RouteProblem;
import dev.crosstrust.route.file.RouteStore;
import dev.crosstrust.route.road.Roads;
import dev.crosstrust.route.run.Checks;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.kit.Question;
import dev.crosstrust.ui.routes.setup.AdminsModel;
import dev.crosstrust.ui.routes.setup.SetupLook;
import dev.crosstrust.ui.routes.setup.SetupModel;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The saved routes, and which of them is looked at. */
public final class RoutesModel {
  private final Background background;
  private final Supplier<Surroundings> here;
  private final ObservableList<Loaded> routes = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Loaded> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Phase<RunModel>> phase =
      new ReadOnlyObjectWrapper<>(new Phase.Empty<>("Routes", "Nothing has been read yet."));
  private final ObjectProperty<Optional<Question>> question =
      new SimpleObjectProperty<>(Optional.empty());
  private final AdminsModel admins;
  private final BooleanSupplier asksOthers;
  private final Map<Route, RunModel> runs = new HashMap<>();
  private final Map<Route, SetupModel> setups = new HashMap<>();
  private @Nullable Job reading;
  private String wanted = "";

  /**
   * @param asksOthers whether other identities may be used to read how the other side is configured
   */
  RoutesModel(
      Background background,
      Supplier<Surroundings> here,
      AdminsModel admins,
      BooleanSupplier asksOthers) {
    this.background = background;
    this.here = here;
    this.admins = admins;
    this.asksOthers = asksOthers;
    chosen.subscribe(this::show);
  }

  /** All saved routes, also those that cannot be read. */
  public ObservableList<Loaded> routes() {
    return routes;
  }

  /** The one that is looked at. */
  public ObjectProperty<@Nullable Loaded> chosenProperty() {
    return chosen;
  }

  /** What there is to see of it. */
  public ReadOnlyObjectProperty<Phase<RunModel>> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** What has to be answered before anything is lost. */
  public ObjectProperty<Optional<Question>> questionProperty() {
    return question;
  }

  /** The route that is looked at, where it can be run; null otherwise. */
  public @Nullable RunModel current() {
    return phase.get() instanceof Phase.Ready<RunModel>(RunModel ready) ? ready : null;
  }

  /** Reads the saved routes of other surroundings; what ran in the old ones is ended. */
  public void enter() {
    runs.values().forEach(RunModel::cancel);
    runs.clear();
    setups.values().forEach(SetupModel::cancel);
    setups.clear();
    read();
  }

  /** Looks at a route that has just been written. */
  void choose(String name) {
    wanted = name;
    read();
  }

  /** Asks whether the file that is looked at is to go. */
  void delete() {
    Loaded loaded = chosen.get();
    if (loaded != null) {
      question.set(
          Optional.of(
              Question.harmful(
                  "Delete %s? This deletes its file %s.".formatted(name(loaded), loaded.file()),
                  "Delete route",
                  () -> delete(loaded),
                  "Keep route")));
    }
  }

  private void delete(Loaded loaded) {
    RunModel current = current();
    if (current != null) {
      current.cancel();
    }
    RouteStore store = new RouteStore(here.get().routes());
    Path file = Path.of(loaded.file());
    Job _ =
        background.begin(
            () -> {
              store.delete(file);
              return file;
            },
            _ -> read(),
            sentence ->
                question.set(
                    Optional.of(Question.told("%s is still there: %s".formatted(file, sentence)))));
  }

  /** Reads the saved routes anew; the runs of routes that are the same stay. */
  public void read() {
    if (reading != null) {
      reading.cancel();
    }
    Path folder = here.get().routes();
    Phase<RunModel> before = phase.get();
    Job begun =
        background.begin(
            () -> new RouteStore(folder).list(),
            found -> found(found, folder),
            sentence -> phase.set(unreadable(folder, sentence)));
    reading = begun;
    if (before instanceof Phase.Empty<RunModel> && before.equals(phase.get())) {
      phase.set(new Phase.Working<>("Reading the saved routes", begun));
    }
  }

  private void found(List<Loaded> found, Path folder) {
    String before = wanted.isEmpty() && chosen.get() != null ? name(chosen.get()) : wanted;
    wanted = "";
    chosen.set(null);
    routes.setAll(found);
    if (found.isEmpty()) {
      phase.set(
          new Phase.Empty<>(
              "No saved routes",
              "A route is a way from somebody at one cloud to the other. A new one is filled from"
                  + " the profiles of this machine, or made from an external_account file or an AWS"
                  + " profile with web_identity_token_file. Each is a YAML file in %s."
                      .formatted(folder)));
      return;
    }
    chosen.set(
        found.stream()
            .filter(loaded -> name(loaded).equals(before))
            .findFirst()
            .orElse(found.getFirst()));
  }

  private void show(@Nullable Loaded loaded) {
    switch (loaded) {
      case null -> {}
      case Loaded.Good(Route route, String _) ->
          phase.set(new Phase.Ready<>(runs.computeIfAbsent(route, this::runOf)));
      case Loaded.Bad(RouteProblem problem) ->
          phase.set(
              new Phase.Broken<>(
                  List.of(
                      Finding.error("route.unreadable", "This file is not a route")
                          .because(problem.sentence())
                          .fix(Fix.of("Correct the file; it is read again when you come back")))));
    }
  }

  private RunModel runOf(Route route) {
    Roads roads = here.get().roads();
    return new RunModel(
        background,
        (it, listener) -> roads.runner(checks(roads)).run(it, listener),
        (it, recorder) -> roads.prediction(checks(roads)).of(it, recorder),
        here.get().clock(),
        route);
  }

  /** Without others there is still the pasted document to judge by. */
  private Checks checks(Roads roads) {
    return asksOthers.getAsBoolean() ? roads.checks() : roads.checks(Readers.NOBODY);
  }

  /** What a route needs on both sides, as it was last found. */
  SetupModel setup(Route route) {
    return setups.computeIfAbsent(
        route, it -> new SetupModel(background, new SetupLook(here.get(), it), admins));
  }

  /** As it is listed: the route's name, or the file that is none. */
  static String name(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Good(Route route, String _) -> route.name();
      case Loaded.Bad(RouteProblem problem) ->
          String.valueOf(Path.of(problem.file()).getFileName());
    };
  }

  private static Phase<RunModel> unreadable(Path folder, String sentence) {
    return new Phase.Broken<>(
        List.of(
            Finding.error("local.unusable", "The saved routes cannot be read")
                .because("%s: %s".formatted(folder, sentence))));
  }
}
