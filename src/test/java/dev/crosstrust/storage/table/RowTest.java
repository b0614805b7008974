package dev.crosstrust.storage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstrust.storage.table.Column.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("timestamp", "TIMESTAMP", Mode.REQUIRED),
          Column.of("message", "STRING", Mode.NULLABLE),
          Column.of("count", "INTEGER", Mode.NULLABLE),
          Column.of("tags", "STRING", Mode.REPEATED));

  @Test
  void whatIsTypedBecomesARow() {
    Row row =
        Row.of(
            COLUMNS,
            Map.of("timestamp", "2026-11-21 12:00:00", "message", "hello", "tags", "[\"a\"]"));

    assertThat(row.values())
        .containsExactly(
            Map.entry("timestamp", "2026-11-21T12:00:00Z"),
            Map.entry("message", "hello"),
            Map.entry("tags", List.of("a")));
  }

  @Test
  void blankIsNoValueExceptOfAText() {
    Row row =
        Row.of(COLUMNS, Map.of("timestamp", "2026-11-21", "message", "", "count", " ", "tags", ""));

    assertThat(row.values()).containsOnlyKeys("timestamp", "message").containsEntry("message", "");
  }

  @Test
  void whatIsMissingWrongOrOfNoColumnIsSaid() {
    assertThatThrownBy(() -> Row.of(COLUMNS, Map.of("message", "m")))
        .hasMessage("timestamp is required");
    assertThatThrownBy(() -> Row.of(COLUMNS, Map.of("timestamp", " ")))
        .hasMessage("timestamp is required");
    assertThatThrownBy(() -> Row.of(COLUMNS, Map.of("timestamp", "2026-11-21", "nope", "1")))
        .hasMessage("the table has no column nope");
    assertThatThrownBy(() -> Row.of(COLUMNS, Map.of("timestamp", "2026-11-21", "count", "x")))
        .hasMessageStartingWith("count is INTEGER");
  }

  @Test
  void aStoredRowIsKnownByItsValues() {
    Row row = Row.of(COLUMNS, Map.of("timestamp", "2026-11-21", "message", "hello"));
    String moment = "2026-11-21T00:00:00Z";

    assertThat(new StoredRow(Arrays.asList(moment, "hello", null, "[]")).holds(row, COLUMNS))
        .isTrue();
    assertThat(new StoredRow(Arrays.asList(moment, null, null, "[]")).holds(row, COLUMNS))
        .isFalse();
    assertThat(new StoredRow(List.of(moment)).holds(row, COLUMNS)).isFalse();
  }
}
