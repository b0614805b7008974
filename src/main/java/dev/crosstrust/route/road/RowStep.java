package dev.crosstrust.route.road;

import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Broken;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.Step;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.table.Column;
import dev.crosstrust.storage.table.Row;
import dev.crosstrust.storage.table.StoredRow;
import dev.crosstrust.storage.table.TableName;
import dev.crosstrust.storage.table.TableStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the step that inserts a row: the moment and a sentence, as the schema has room for them. A
 * column that wants a value that cannot be made up here ends the step, unless it is to be refused
 * anyway. Where the schema may not be read, a column {@code timestamp} and a column {@code message}
 * are taken to be there. Reading back is beside the point, and may be refused.
 */
record RowStep(TableStore tables, InstantSource clock) {
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
        case Done<List<Column>>(List<Column> columns) ->
            insert(table, columns, row(columns, step), true);
        case Refused<List<Column>> _ -> insert(table, USUAL, row(USUAL, step), false);
        case Broken<List<Column>>(Outcome.Breakage breakage) -> new Broken<>(breakage);
      };
    } catch (IllegalArgumentException e) {
      return Outcome.broken(Kind.LOCAL, String.valueOf(e.getMessage()));
    }
  }

  private Outcome<String> insert(TableName table, List<Column> columns, Row row, boolean known) {
    return tables
        .insert(table, row)
        .map(
            _ ->
                (known ? readBack(table, columns, row) : Optional.<String>empty())
                    .map("1 row inserted; read back: %s"::formatted)
                    .orElse("1 row inserted"));
  }

  /** Whether one may is asked before the row is looked at: for a refusal, none is as good. */
  private Row row(List<Column> columns, Step step) {
    try {
      return Row.of(columns, SampleRow.texts(columns, clock.instant()));
    } catch (IllegalArgumentException e) {
      if (step.expect() == Expectation.DENIED) {
        return new Row(Map.of());
      }
      throw e;
    }
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
