package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Pages;
import dev.crosstrust.storage.table.Column;
import dev.crosstrust.storage.table.DatasetName;
import dev.crosstrust.storage.table.Row;
import dev.crosstrust.storage.table.StoredRow;
import dev.crosstrust.storage.table.TableEntry;
import dev.crosstrust.storage.table.TableName;
import dev.crosstrust.storage.table.TableStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One dataset with one table in memory, a row a page. */
final class FakeTables implements TableStore {
  static final DatasetName DATASET = new DatasetName("demo", "notes");
  static final TableName TABLE = new TableName(DATASET, "said");

  final List<Column> columns =
      List.of(
          Column.of("at", "TIMESTAMP", Column.Mode.REQUIRED),
          Column.of("what", "STRING", Column.Mode.NULLABLE),
          Column.of("how_often", "INTEGER", Column.Mode.NULLABLE));
  final List<StoredRow> rows = new ArrayList<>();
  final List<Row> inserted = new ArrayList<>();
  Optional<Refusal> refusal = Optional.empty();
  Optional<Refusal> readRefusal = Optional.empty();

  static Refusal refusal(int status, String message) {
    return new Refusal("bigquery", "InsertRow", status, "invalid", message, null);
  }

  @Override
  public Pages<DatasetName> datasets(String project) {
    return new Pages<>(_ -> Outcome.done(new Page<>(List.of(DATASET), null)));
  }

  @Override
  public Pages<TableEntry> tables(DatasetName dataset) {
    return new Pages<>(
        _ -> Outcome.done(new Page<>(List.of(new TableEntry(TABLE, "TABLE")), null)));
  }

  @Override
  public Outcome<List<Column>> columns(TableName table) {
    return Outcome.done(columns);
  }

  @Override
  public Outcome<Row> insert(TableName table, Row row) {
    if (refusal.isPresent()) {
      return new Outcome.Refused<>(refusal.get());
    }
    inserted.add(row);
    List<@Nullable String> cells = new ArrayList<>();
    columns.forEach(column -> cells.add((String) row.values().get(column.name())));
    rows.add(new StoredRow(cells));
    return Outcome.done(row);
  }

  @Override
  public Pages<StoredRow> rows(TableName table, List<Column> known, int size) {
    return new Pages<>(
        token -> {
          int at = token == null ? 0 : Integer.parseInt(token);
          return readRefusal.isPresent()
              ? new Outcome.Refused<>(readRefusal.get())
              : Outcome.done(
                  new Page<>(
                      at < rows.size() ? List.of(rows.get(at)) : List.of(),
                      at + 1 < rows.size() ? String.valueOf(at + 1) : null));
        });
  }
}
