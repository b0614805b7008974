package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.route.road.SessionTables;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Pages;
import dev.crosstrust.storage.table.TableName;
import dev.crosstrust.storage.table.TableStore;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Phase;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Datasets, tables and one of them opened: asked for when one goes there, and not before. */
final class TablesModel {
  private final Errand looking;
  private final RowsModel rows;
  private final InsertModel insert;
  private final ObservableList<TablePlace> known = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<TablePlace>> place =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Phase<TableContent>> phase =
      new ReadOnlyObjectWrapper<>(new Phase.Empty<>("", ""));
  private @Nullable Connection connection;

  TablesModel(Background background, InstantSource clock) {
    looking = new Errand(background);
    rows = new RowsModel(background);
    insert = new InsertModel(background, clock, rows);
  }

  /** Works over this connection from now on; null when there is none. */
  void over(@Nullable Connection now) {
    leave();
    known.clear();
    connection = now;
  }

  /** The tables beside the buckets, where the session has any. */
  Optional<SessionTables> tables() {
    return Optional.ofNullable(connection).flatMap(there -> there.session().tables());
  }

  /** All of them. */
  Optional<TablePlace> root() {
    return tables().map(it -> new TablePlace.Project(it.project()));
  }

  /**
   * Opens what was typed where it can only be a table: no scheme, no slash, and a dot. A bucket
   * with dots in its name is typed with its scheme.
   *
   * @return false when it is not for here
   * @throws IllegalArgumentException when it is for here and no table can be called so
   */
  boolean openTyped(String text) {
    Optional<SessionTables> here = tables();
    if (here.isEmpty() || text.contains("/") || !text.contains(".")) {
      return false;
    }
    open(new TablePlace.Table(TableName.parse(text, here.get().project())));
    return true;
  }

  /** Goes to a place and asks what is there. */
  void open(TablePlace at) {
    Connection there = connection;
    SessionTables here = tables().orElse(null);
    if (there == null || here == null) {
      return;
    }
    rows.clear();
    insert.close();
    place.set(Optional.of(at));
    if (at instanceof TablePlace.Project(String id) && id == null) {
      phase.set(new Phase.Empty<>("The route names no project", TYPE_ONE));
      return;
    }
    looking
        .begin(
            () -> there.askTables(here, store -> content(store, at)),
            told -> end(there, here, at, told),
            sentence -> end(there, here, at, Told.unasked(sentence)))
        .ifPresent(job -> phase.set(new Phase.Working<>("Reading " + at.words(), job)));
  }

  static final String TYPE_ONE =
      "Type dataset.table or project.dataset.table in the line above: a table opens without the"
          + " list.";

  private static Outcome<TableContent> content(TableStore store, TablePlace at) {
    return switch (at) {
      case TablePlace.Project(String id) ->
          all(store.datasets(String.valueOf(id)), TablePlace.Dataset::new);
      case TablePlace.Dataset(var name) ->
          all(store.tables(name), entry -> new TablePlace.Table(entry.name()));
      case TablePlace.Table(TableName name) ->
          store.columns(name).map(columns -> new TableContent.Opened(name, columns));
    };
  }

  private static <T> Outcome<TableContent> all(Pages<T> pages, Function<T, TablePlace> place) {
    List<TablePlace> places = new ArrayList<>();
    while (pages.hasNext()) {
      Outcome<Page<T>> next = pages.next();
      if (!(next instanceof Outcome.Done<Page<T>>(Page<T> page))) {
        return next.map(_ -> new TableContent.Names(List.of()));
      }
      page.items().stream().map(place).forEach(places::add);
    }
    return Outcome.done(new TableContent.Names(places));
  }

  private void end(Connection there, SessionTables here, TablePlace at, Told<TableContent> told) {
    if (!(told.outcome() instanceof Outcome.Done<TableContent>(TableContent content))) {
      phase.set(told.without());
      return;
    }
    switch (content) {
      case TableContent.Names names -> {
        know(at);
        names.places().forEach(this::know);
        phase.set(names.places().isEmpty() ? nothing(at) : new Phase.Ready<>(names));
      }
      case TableContent.Opened opened -> {
        know(new TablePlace.Dataset(opened.table().dataset()));
        know(at);
        phase.set(new Phase.Ready<>(opened));
        rows.begin(there, here, opened);
        insert.begin(there, here, opened);
      }
    }
  }

  private static Phase<TableContent> nothing(TablePlace at) {
    return at instanceof TablePlace.Dataset
        ? new Phase.Empty<>("No tables", "There are none in this dataset.")
        : new Phase.Empty<>("No datasets that these keys may see", TYPE_ONE);
  }

  private void know(TablePlace at) {
    if (!(at instanceof TablePlace.Project) && !known.contains(at)) {
      known.add(at);
    }
  }

  /** Asks again what is at the place. */
  void again() {
    place.get().ifPresent(this::open);
  }

  /** Goes away from the tables; what is known of them stays. */
  void leave() {
    looking.giveUp();
    rows.clear();
    insert.close();
    place.set(Optional.empty());
  }

  boolean isShown() {
    return place.get().isPresent();
  }

  /** The same as a command of {@code bq}. */
  Optional<String> command() {
    return tables()
        .flatMap(
            here ->
                place
                    .get()
                    .map(
                        at ->
                            switch (at) {
                              case TablePlace.Project _ -> here.listDatasets();
                              case TablePlace.Dataset(var name) -> here.listTables(name);
                              case TablePlace.Table(TableName name) -> here.showRows(name);
                            }));
  }

  /** The tables of a dataset that are known by now; of a project its datasets. */
  List<TablePlace> below(TablePlace at) {
    return known.stream()
        .filter(
            it ->
                switch (it) {
                  case TablePlace.Project _ -> false;
                  case TablePlace.Dataset _ -> at instanceof TablePlace.Project;
                  case TablePlace.Table(TableName name) ->
                      at.equals(new TablePlace.Dataset(name.dataset()));
                })
        .collect(Collectors.toList());
  }

  ObservableList<TablePlace> known() {
    return known;
  }

  /** Empty while the buckets are looked at. */
  ReadOnlyObjectProperty<Optional<TablePlace>> placeProperty() {
    return place.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Phase<TableContent>> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  RowsModel rows() {
    return rows;
  }

  InsertModel insert() {
    return insert;
  }
}
