package dev.crosstrust.storage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstrust.storage.table.Column.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as the documentation of BigQuery's data types writes them. */
class ColumnTest {
  private static final Column ADDRESS =
      new Column(
          "address",
          "RECORD",
          Mode.NULLABLE,
          null,
          List.of(
              Column.of("city", "STRING", Mode.REQUIRED),
              Column.of("zip", "INTEGER", Mode.NULLABLE),
              Column.of("seen", "TIMESTAMP", Mode.REPEATED),
              Column.of("more", "JSON", Mode.NULLABLE)),
          null);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "STRING | '  as it is  ' | '  as it is  '",
        "BYTES | aGVsbG8= | aGVsbG8=",
        "BYTES | aGVsbG8 | aGVsbG8=",
        "INTEGER | 9223372036854775807 | 9223372036854775807",
        "INT64 | ' -0042 ' | -42",
        "INT64 | +7 | 7",
        "FLOAT | 1.5e3 | 1500.0",
        "FLOAT64 | .5 | 0.5",
        "FLOAT64 | -5. | -5.0",
        "FLOAT64 | nan | NaN",
        "FLOAT64 | -inf | -Infinity",
        "FLOAT64 | +Infinity | Infinity",
        "NUMERIC | 99999999999999999999999999999.999999999 |"
            + " 99999999999999999999999999999.999999999",
        "NUMERIC | 1e28 | 10000000000000000000000000000",
        "NUMERIC | 1.0000000000000 | 1",
        "BIGNUMERIC | 0.00000000000000000000000000000000000001 |"
            + " 0.00000000000000000000000000000000000001",
        "BIGNUMERIC | -578960446186580977117854925043439539266 |"
            + " -578960446186580977117854925043439539266",
        "BOOLEAN | TRUE | true",
        "BOOL | false | false",
        "DATE | 2014-9-7 | 2014-09-07",
        "TIME | 2:03:04.5 | 02:03:04.5",
        "TIME | 23:59:59.999999 | 23:59:59.999999",
        "DATETIME | 2014-09-27 12:30:00.45 | 2014-09-27T12:30:00.45",
        "DATETIME | 2014-9-27t1:2:3 | 2014-09-27T01:02:03",
        "DATETIME | 2014-09-27 | 2014-09-27T00:00:00",
        "TIMESTAMP | 2014-09-27 12:30:00.45-08 | 2014-09-27T20:30:00.45Z",
        "TIMESTAMP | 2014-09-27 12:30:00.45 America/Los_Angeles | 2014-09-27T19:30:00.45Z",
        "TIMESTAMP | 2014-09-27T12:30:00.45Z | 2014-09-27T12:30:00.45Z",
        "TIMESTAMP | 2014-09-27t12:30:00z | 2014-09-27T12:30:00Z",
        "TIMESTAMP | 2014-09-27 12:30:00 UTC | 2014-09-27T12:30:00Z",
        "TIMESTAMP | 2014-09-27 12:30:00.123456+5:30 | 2014-09-27T07:00:00.123456Z",
        "TIMESTAMP | 2014-09-27 | 2014-09-27T00:00:00Z",
        "TIMESTAMP | 2014-09-27 -08:00 | 2014-09-27T08:00:00Z",
        "JSON | {\"a\": [1, 2.50]} | {\"a\": [1, 2.50]}",
        "JSON | null | null",
        "GEOGRAPHY | POINT(30 50.5) | POINT(30 50.5)",
      })
  void aValueIsSentInItsTypesOwnForm(String type, String typed, String sent) {
    assertThat(Column.of("c", type, Mode.NULLABLE).value(typed)).isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BYTES | not base64!",
        "INTEGER | 9223372036854775808",
        "INTEGER | 1.0",
        "INTEGER | ''",
        "FLOAT | 1e999",
        "FLOAT | 0x1p3",
        "FLOAT | 1,5",
        "NUMERIC | 100000000000000000000000000000",
        "NUMERIC | 0.0000000001",
        "NUMERIC | NaN",
        "BIGNUMERIC | 578960446186580977117854925043439539267",
        "BOOLEAN | yes",
        "DATE | 2026-02-29",
        "DATE | 0000-01-01",
        "DATE | 21.11.2026",
        "TIME | 24:00:00",
        "TIME | 12:00",
        "TIME | 12:00:00.1234567",
        "DATETIME | 2026-11-21 12:00:00Z",
        "TIMESTAMP | soon",
        "TIMESTAMP | 1795262400",
        "TIMESTAMP | 2026-11-21 12:00:00 Nowhere/Land",
        "TIMESTAMP | 2026-11-21 12:00:00+25",
        "JSON | {\"a\": 1} 2",
        "JSON | {a: 1}",
        "JSON | ''",
      })
  void whatIsNoneOfTheTypeIsSaidWithTheForm(String type, String typed) {
    Column column = Column.of("c", type, Mode.NULLABLE);
    assertThatThrownBy(() -> column.value(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("c is %s: write %s".formatted(type, column.type().form()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INTEGER | [1, \"2\"] | [1, 2]",
        "STRING | [] | []",
        "JSON | [{\"a\":1}] | [{\"a\":1}]",
        "NUMERIC | [1.10] | [1.1]",
      })
  void aRepeatedColumnIsWrittenAsAJsonArray(String type, String typed, String sent) {
    assertThat(Column.of("c", type, Mode.REPEATED).value(typed)).hasToString(sent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1, 2 | c wants a JSON array",
        "{} | c wants a JSON array",
        "[1, null] | c[1] is null: an array has none of these",
        "[1, 2.5] | c[1] is INTEGER: write a whole number of 64 bits, for example -42",
        "[[1]] | c[0] is INTEGER: write a whole number of 64 bits, for example -42",
      })
  void whatIsWrongInARepeatedColumnIsSaidWithItsPlace(String typed, String sentence) {
    assertThatThrownBy(() -> Column.of("c", "INTEGER", Mode.REPEATED).value(typed))
        .hasMessage(sentence);
  }

  @Test
  void aRecordIsWrittenAsAJsonObjectAndReadFieldByField() {
    assertThat(
            ADDRESS.value(
                "{\"city\":\"Bern\",\"zip\":3000,\"seen\":[\"2026-11-21"
                    + " 12:00:00\"],\"more\":{\"a\":1}}"))
        .isEqualTo(
            Map.of(
                "city",
                "Bern",
                "zip",
                "3000",
                "seen",
                List.of("2026-11-21T12:00:00Z"),
                "more",
                "{\"a\":1}"));
    assertThat(ADDRESS.value("{\"city\":\"Bern\",\"zip\":null}")).isEqualTo(Map.of("city", "Bern"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bern | address wants a JSON object",
        "[] | address wants a JSON object",
        "{\"zip\":3000} | address.city is required",
        "{\"city\":null} | address.city is required",
        "{\"city\":\"Bern\",\"land\":\"CH\"} | address has no field land",
        "{\"city\":\"Bern\",\"zip\":\"x\"} | address.zip is INTEGER: write a whole number of 64"
            + " bits, for example -42",
        "{\"city\":\"Bern\",\"seen\":\"x\"} | address.seen wants a JSON array",
      })
  void whatIsWrongInARecordIsSaidWithThePathToIt(String typed, String sentence) {
    assertThatThrownBy(() -> ADDRESS.value(typed)).hasMessage(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "TIMESTAMP, 2026-11-21T12:00:00.123456Z",
    "DATETIME, 2026-11-21T12:00:00.123456",
    "DATE, 2026-11-21",
    "TIME, 12:00:00.123456",
  })
  void aMomentIsSuggestedForAColumnThatHoldsOne(String type, String text) {
    Column column = Column.of("c", type, Mode.REQUIRED);
    assertThat(column.suggestion(Instant.parse("2026-11-21T12:00:00.123456789Z"))).contains(text);
    assertThat(column.value(text)).isEqualTo(text);
    assertThat(Column.of("c", "STRING", Mode.REQUIRED).suggestion(Instant.EPOCH)).isEmpty();
    assertThat(Column.of("c", type, Mode.REPEATED).suggestion(Instant.EPOCH)).isEmpty();
  }
}
