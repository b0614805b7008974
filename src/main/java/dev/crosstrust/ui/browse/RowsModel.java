package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.route.road.SessionTables;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Pages;
import dev.crosstrust.storage.table.StoredRow;
import dev.crosstrust.storage.table.TableStore;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Phase;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The rows of one table, a page at a time. */
final class RowsModel {
  static final int ROWS_A_PAGE = 100;

  private final Errand reading;
  private final ObservableList<StoredRow> all = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Phase<RowsModel>> phase =
      new ReadOnlyObjectWrapper<>(new Phase.Empty<>("", ""));
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private @Nullable Source source;

  RowsModel(Background background) {
    reading = new Errand(background);
  }

  /** A table's rows from their beginning, and whom to ask for them. */
  private record Source(Connection connection, SessionTables tables, Pages<StoredRow> pages) {}

  static Pages<StoredRow> pages(TableStore store, TableContent.Opened opened) {
    return store.rows(opened.table(), opened.columns(), ROWS_A_PAGE);
  }

  /** Reads the first page. */
  void begin(Connection connection, SessionTables tables, TableContent.Opened opened) {
    clear();
    source = new Source(connection, tables, pages(tables.store(), opened));
    next();
  }

  /** Goes on after a first page that was read elsewhere. */
  void begin(
      Connection connection,
      SessionTables tables,
      Pages<StoredRow> pages,
      Page<StoredRow> firstPage) {
    clear();
    source = new Source(connection, tables, pages);
    add(firstPage);
  }

  /** Reads the page after those that are here. */
  void next() {
    Source from = source;
    if (from == null || reading.goesOn() || !from.pages().hasNext()) {
      return;
    }
    reading
        .begin(
            () -> from.connection().askTables(from.tables(), _ -> from.pages().next()),
            this::end,
            sentence -> end(Told.unasked(sentence)))
        .ifPresent(
            job -> {
              if (all.isEmpty()) {
                phase.set(new Phase.Working<>("Reading rows", job));
              }
            });
  }

  private void end(Told<Page<StoredRow>> told) {
    if (told.outcome() instanceof Outcome.Done<Page<StoredRow>>(Page<StoredRow> page)) {
      add(page);
    } else {
      more.set(false);
      words.set(all.isEmpty() ? "" : words.get() + " · not all: reading broke off");
      if (all.isEmpty()) {
        phase.set(told.without());
      }
    }
  }

  private void add(Page<StoredRow> page) {
    all.addAll(page.items());
    more.set(page.next() != null);
    words.set(Words.count(all.size(), "row", "rows") + (more.get() ? " so far" : ""));
    phase.set(
        all.isEmpty()
            ? new Phase.Empty<>("No rows", "There are none yet, or they do not show yet.")
            : new Phase.Ready<>(this));
  }

  /** Forgets them. */
  void clear() {
    reading.giveUp();
    source = null;
    all.clear();
    more.set(false);
    words.set("");
    phase.set(new Phase.Empty<>("", ""));
  }

  ObservableList<StoredRow> all() {
    return all;
  }

  ReadOnlyObjectProperty<Phase<RowsModel>> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** Whether there are rows after these. */
  ReadOnlyBooleanProperty moreProperty() {
    return more.getReadOnlyProperty();
  }

  ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }
}
