package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.route.road.SessionTables;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Pages;
import dev.crosstrust.storage.table.Row;
import dev.crosstrust.storage.table.StoredRow;
import dev.crosstrust.storage.table.TableStore;
import dev.crosstrust.ui.kit.Visible;
import dev.crosstrust.ui.task.Background;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One row for one table: typed, held against the schema, written once, and read back. */
final class InsertModel {
  private static final int OK = 200;

  private final Errand writing;
  private final InstantSource clock;
  private final RowsModel rows;
  private final ReadOnlyObjectWrapper<Insertion> state =
      new ReadOnlyObjectWrapper<>(new Insertion.Closed());
  private @Nullable Target target;
  private List<ColumnField> fields = List.of();

  /**
   * @param rows show what is read back
   */
  InsertModel(Background background, InstantSource clock, RowsModel rows) {
    this.writing = new Errand(background);
    this.clock = clock;
    this.rows = rows;
  }

  private record Target(Connection connection, SessionTables tables, TableContent.Opened opened) {}

  /** A row that was taken, and the first rows after that. */
  private record Written(Row row, Pages<StoredRow> pages, Outcome<Page<StoredRow>> after) {
    static Outcome<Written> in(TableStore store, TableContent.Opened opened, Row row) {
      return store
          .insert(opened.table(), row)
          .map(
              taken -> {
                Pages<StoredRow> pages = RowsModel.pages(store, opened);
                return new Written(taken, pages, pages.next());
              });
    }
  }

  /** Rows are for this table from now on; its form is opened by {@link #edit}. */
  void begin(Connection connection, SessionTables tables, TableContent.Opened opened) {
    close();
    target = new Target(connection, tables, opened);
  }

  /** Opens the form, with what can be suggested. */
  void edit() {
    if (target != null) {
      Instant now = now();
      fields =
          target.opened().columns().stream().map(column -> new ColumnField(column, now)).toList();
      state.set(new Insertion.Editing(""));
    }
  }

  /** Writes the row, if it fits the schema. */
  void write() {
    Target to = target;
    if (to == null || state.get() instanceof Insertion.Writing) {
      return;
    }
    if (fields.stream().anyMatch(field -> !field.problemProperty().get().isEmpty())) {
      state.set(new Insertion.Editing("Not written: what is in red does not fit."));
      return;
    }
    try {
      Row row = Row.of(to.opened().columns(), texts());
      writing
          .begin(
              () ->
                  to.connection()
                      .askTables(to.tables(), store -> Written.in(store, to.opened(), row)),
              told -> end(to, told),
              sentence -> end(to, Told.unasked(sentence)))
          .ifPresent(job -> state.set(new Insertion.Writing(job)));
    } catch (IllegalArgumentException e) {
      state.set(new Insertion.Editing(Visible.text(String.valueOf(e.getMessage()))));
    }
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (ColumnField field : fields) {
      String text = field.textProperty().get();
      if (!text.isEmpty()) {
        texts.put(field.column().name(), text);
      }
    }
    return texts;
  }

  private void end(Target to, Told<Written> told) {
    state.set(
        switch (told.outcome()) {
          case Outcome.Done<Written>(Written written) ->
              new Insertion.Inserted(readBack(to, written));
          case Outcome.Refused<Written>(Refusal no) when no.status() == OK ->
              new Insertion.RowErrors(Visible.text(no.message()));
          case Outcome.Refused<Written> _, Outcome.Broken<Written> _ ->
              new Insertion.Failed(told.findings());
        });
  }

  private String readBack(Target to, Written written) {
    if (!(written.after() instanceof Outcome.Done<Page<StoredRow>>(Page<StoredRow> page))) {
      return "Inserted. It was not read back: reading rows did not go through.";
    }
    rows.begin(to.connection(), to.tables(), written.pages(), page);
    return page.items().stream().anyMatch(it -> it.holds(written.row(), to.opened().columns()))
        ? "Inserted and read back: it is among the rows above."
        : "Inserted. It is not among the first rows yet: a new row may take a moment to show.";
  }

  /** Gives up what is on its way, which may have arrived all the same. */
  void cancel() {
    writing.giveUp();
    state.set(
        new Insertion.Editing(
            "Cancelled. The row may have arrived all the same: read the rows again."));
  }

  /** Closes the form and forgets what was typed. */
  void close() {
    writing.giveUp();
    fields = List.of();
    state.set(new Insertion.Closed());
  }

  Instant now() {
    return clock.instant();
  }

  /** What the form says before it writes. */
  String warning() {
    Target to = target;
    return to == null
        ? ""
        : "This writes one row into %s as %s. There is no undo here."
            .formatted(to.opened().table(), Visible.text(to.connection().session().principal()));
  }

  /** One a column. */
  List<ColumnField> fields() {
    return fields;
  }

  ReadOnlyObjectProperty<Insertion> stateProperty() {
    return state.getReadOnlyProperty();
  }
}
