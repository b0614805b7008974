package dev.crosstrust.storage.google;

import com.google.api.services.bigquery.model.DatasetList;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableDataList;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableList;
import com.google.api.services.bigquery.model.TableRow;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.table.Column;
import dev.crosstrust.storage.table.DatasetName;
import dev.crosstrust.storage.table.StoredRow;
import dev.crosstrust.storage.table.TableEntry;
import dev.crosstrust.storage.table.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * BigQuery's answers as values.
 *
 * <p>Each method throws IllegalArgumentException when a server leaves out what every answer must
 * have, or names what cannot be.
 */
final class Answers {
  private Answers() {}

  static Page<DatasetName> datasets(DatasetList answer) {
    List<DatasetName> names =
        all(answer.getDatasets()).stream()
            .map(dataset -> given(dataset.getDatasetReference(), "a dataset's name"))
            .map(
                name ->
                    new DatasetName(
                        given(name.getProjectId(), "a dataset's project"),
                        given(name.getDatasetId(), "a dataset's name")))
            .toList();
    return new Page<>(names, answer.getNextPageToken());
  }

  static Page<TableEntry> tables(DatasetName dataset, TableList answer) {
    List<TableEntry> entries =
        all(answer.getTables()).stream().map(table -> entry(dataset, table)).toList();
    return new Page<>(entries, answer.getNextPageToken());
  }

  private static TableEntry entry(DatasetName dataset, TableList.Tables table) {
    String name = given(table.getTableReference(), "a table's name").getTableId();
    return new TableEntry(
        new TableName(dataset, given(name, "a table's name")),
        Objects.requireNonNullElse(table.getType(), "TABLE"));
  }

  /** A table may be without a schema. */
  static List<Column> columns(Table answer) {
    return answer.getSchema() == null ? List.of() : columns(answer.getSchema().getFields());
  }

  private static List<Column> columns(@Nullable List<TableFieldSchema> fields) {
    return all(fields).stream().map(Answers::column).toList();
  }

  private static Column column(TableFieldSchema field) {
    return new Column(
        given(field.getName(), "a column's name"),
        given(field.getType(), "a column's type"),
        mode(field.getMode()),
        field.getDescription(),
        columns(field.getFields()),
        field.getMaxLength());
  }

  private static Column.Mode mode(@Nullable String mode) {
    String wanted = mode == null ? Column.Mode.NULLABLE.name() : mode.toUpperCase(Locale.ROOT);
    return Arrays.stream(Column.Mode.values())
        .filter(known -> known.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("a column's mode is \"%s\"".formatted(mode)));
  }

  static Page<StoredRow> rows(List<Column> columns, TableDataList answer) {
    List<StoredRow> rows = all(answer.getRows()).stream().map(row -> row(columns, row)).toList();
    return new Page<>(rows, answer.getPageToken());
  }

  private static StoredRow row(List<Column> columns, TableRow row) {
    List<@Nullable String> cells = new ArrayList<>();
    all(row.getF())
        .forEach(
            cell ->
                cells.add(
                    Cells.text(
                        cells.size() < columns.size() ? columns.get(cells.size()) : null,
                        cell.getV())));
    return new StoredRow(cells);
  }

  private static <T> List<T> all(@Nullable List<T> given) {
    return given == null ? List.of() : given;
  }

  private static <T> T given(@Nullable T value, String what) {
    if (value == null) {
      throw new IllegalArgumentException("an answer without " + what);
    }
    return value;
  }
}
