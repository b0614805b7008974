package dev.crosstrust.route;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Broken;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.table.Column;
import dev.crosstrust.storage.table.ColumnType;
import dev.crosstrust.storage.table.Row;
import dev.crosstrust.storage.table.StoredRow;
import dev.crosstrust.storage.table.TableName;
import dev.crosstrust.storage.table.TableStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the step that inserts a row: the moment and a sentence, as the schema has room for them.
 * Where the schema may not be read, a column {@code timestamp} and a column {@code message} are
 * taken to be there. Reading back is beside the point, and may be refused.
 */
record RowStep(TableStore tables, InstantSource clock) {
  private static final String SENTENCE = "Written by a Crosstrust route to see whether it may.";
  private static final int LOOKED_THROUGH = 100;
  private static final List<Column> USUAL =
      List.of(
          Column.of("timestamp", "TIMESTAMP", Column.Mode.REQUIRED),
          Column.of("message", "STRING", Column.Mode.NULLABLE));

  /**
   * Inserts one row.
   *
   * @return what came of it in one line, with the row as it is read back where it is
   */
  Outcome<String> make(AwsToGoogle route, Step step) {
    try {
      TableName table = TableName.parse(String.valueOf(step.target()), route.google().project());
      return switch (tables.columns(table)) {
        case Done<List<Column>>(List<Column> columns) -> insert(table, columns, true);
        case Refused<List<Column>> _ -> insert(table, USUAL, false);
        case Broken<List<Column>>(Outcome.Breakage breakage) -> new Broken<>(breakage);
      };
    } catch (IllegalArgumentException e) {
      return Outcome.broken(Kind.LOCAL, String.valueOf(e.getMessage()));
    }
  }

  private Outcome<String> insert(TableName table, List<Column> columns, boolean known) {
    Row row = Row.of(columns, texts(columns, clock.instant()));
    return tables
        .insert(table, row)
        .map(
            _ ->
                (known ? readBack(table, columns, row) : Optional.<String>empty())
                    .map("1 row inserted; read back: %s"::formatted)
                    .orElse("1 row inserted"));
  }

  /** The first column of either kind, and all that want a value. */
  private static Map<String, String> texts(List<Column> columns, Instant now) {
    Map<String, String> texts = new LinkedHashMap<>();
    boolean dated = false;
    boolean said = false;
    for (Column column : columns) {
      boolean wanted = column.mode() == Column.Mode.REQUIRED;
      Optional<String> moment = column.suggestion(now);
      if (moment.isPresent() && (wanted || (!dated && column.type() == ColumnType.TIMESTAMP))) {
        texts.put(column.name(), moment.get());
        dated |= column.type() == ColumnType.TIMESTAMP;
      }
      boolean text = column.type() == ColumnType.STRING && column.mode() != Column.Mode.REPEATED;
      if (text && (wanted || !said)) {
        texts.put(column.name(), SENTENCE);
        said = true;
      }
    }
    return texts;
  }

  /** Empty when it may not be read, or is not among the first rows. */
  private Optional<String> readBack(TableName table, List<Column> columns, Row row) {
    return tables.rows(table, columns, LOOKED_THROUGH).next()
            instanceof Done<Page<StoredRow>>(Page<StoredRow> page)
        ? page.items().stream()
            .filter(stored -> stored.holds(row, columns))
            .findFirst()
            .map(RowStep::line)
        : Optional.empty();
  }

  private static String line(StoredRow row) {
    return row.cells().stream().filter(Objects::nonNull).collect(Collectors.joining(", "));
  }
}
