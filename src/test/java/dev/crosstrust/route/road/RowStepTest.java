package dev.crosstrust.route.road;

import static dev.crosstrust.evidence.Outcomes.breakage;
import static dev.crosstrust.evidence.Outcomes.done;
import static dev.crosstrust.evidence.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.route.Operation;
import dev.crosstrust.route.Routes;
import dev.crosstrust.route.Step;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Pages;
import dev.crosstrust.storage.table.Column;
import dev.crosstrust.storage.table.Column.Mode;
import dev.crosstrust.storage.table.DatasetName;
import dev.crosstrust.storage.table.Row;
import dev.crosstrust.storage.table.StoredRow;
import dev.crosstrust.storage.table.TableEntry;
import dev.crosstrust.storage.table.TableName;
import dev.crosstrust.storage.table.TableStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowStepTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456789Z");
  private static final String MOMENT = "2026-11-21T12:00:00.123456Z";
  private static final String SENTENCE = "Written by a Crosstrust route to see whether it may.";
  private static final Column WHEN = Column.of("when", "TIMESTAMP", Mode.REQUIRED);
  private static final Column WORDS = Column.of("words", "STRING", Mode.NULLABLE);

  private final Table table = new Table();

  @Test
  void theMomentAndASentenceAreInsertedAndReadBack() {
    table.rows = List.of(new StoredRow(List.of("other", "row")), row(MOMENT, SENTENCE));

    assertThat(done(make("my_dataset.my_table")))
        .isEqualTo("1 row inserted; read back: %s, %s".formatted(MOMENT, SENTENCE));
    assertThat(table.inserted).containsExactly(new Row(Map.of("when", MOMENT, "words", SENTENCE)));
    assertThat(table.asked).hasToString("demo-product-sbx.my_dataset.my_table");
  }

  @Test
  void aRowThatIsNotSeenYetIsInsertedAllTheSame() {
    assertThat(done(make("d.t"))).isEqualTo("1 row inserted");
  }

  @Test
  void readingBackMayBeRefused() {
    table.readable = false;
    assertThat(done(make("d.t"))).isEqualTo("1 row inserted");
  }

  @Test
  void withoutASchemaTheUsualColumnsAreTakenToBeThereAndNothingIsReadBack() {
    table.columns = denied("GetTable");
    table.rows = List.of(row(MOMENT, SENTENCE));

    assertThat(done(make("d.t"))).isEqualTo("1 row inserted");
    assertThat(table.inserted)
        .containsExactly(new Row(Map.of("timestamp", MOMENT, "message", SENTENCE)));
  }

  @Test
  void theInsertionsRefusalIsTheSteps() {
    table.columns = denied("GetTable");
    table.taken = denied("InsertRow");
    assertThat(refusal(make("d.t")).operation()).isEqualTo("InsertRow");
  }

  @Test
  void anAnswerThatIsNoneEndsTheStepBeforeAnythingIsWritten() {
    table.columns = Outcome.broken(Kind.UNREACHABLE, "nobody there");
    assertThat(breakage(make("d.t")).message()).isEqualTo("nobody there");
    assertThat(table.inserted).isEmpty();
  }

  @Test
  void everyColumnThatWantsAValueIsFilledWhereThatCanBeDone() {
    table.columns =
        Outcome.done(
            List.of(
                Column.of("id", "STRING", Mode.REQUIRED),
                Column.of("day", "DATE", Mode.REQUIRED),
                Column.of("later", "DATE", Mode.NULLABLE),
                Column.of("tags", "STRING", Mode.REPEATED),
                WORDS,
                WHEN));
    done(make("d.t"));
    assertThat(table.inserted)
        .containsExactly(new Row(Map.of("id", SENTENCE, "day", "2026-11-21", "when", MOMENT)));
  }

  @ParameterizedTest
  @CsvSource({
    "INTEGER, 0",
    "FLOAT64, 0.0",
    "NUMERIC, 0",
    "BIGNUMERIC, 0",
    "BOOLEAN, false",
    "BYTES, AA==",
    "JSON, {}",
    "TIME, 12:00:00.123456",
  })
  void aColumnOfAnyKnownTypeIsFilledWhereItWantsAValue(String type, String value) {
    table.columns = Outcome.done(List.of(Column.of("a", type, Mode.REQUIRED)));
    done(make("d.t"));
    assertThat(table.inserted).containsExactly(new Row(Map.of("a", value)));
  }

  @Test
  void aRecordHasWhatItsFieldsWant() {
    Column count = Column.of("count", "INT64", Mode.REQUIRED);
    Column note = Column.of("note", "STRING", Mode.NULLABLE);
    table.columns =
        Outcome.done(
            List.of(new Column("who", "RECORD", Mode.REQUIRED, null, List.of(count, note), null)));
    done(make("d.t"));
    assertThat(table.inserted).containsExactly(new Row(Map.of("who", Map.of("count", "0"))));
  }

  @Test
  void theSentenceIsCutWhereTheColumnIsShort() {
    table.columns =
        Outcome.done(List.of(new Column("id", "STRING", Mode.REQUIRED, null, List.of(), 7L)));
    done(make("d.t"));
    assertThat(table.inserted).containsExactly(new Row(Map.of("id", "Written")));
  }

  @Test
  void whereARefusalIsExpectedItIsAskedForWithoutARowToo() {
    table.columns = Outcome.done(List.of(Column.of("place", "GEOGRAPHY", Mode.REQUIRED)));
    table.taken = denied("InsertRow");
    assertThat(refusal(make("d.t", Expectation.DENIED)).operation()).isEqualTo("InsertRow");
    assertThat(table.inserted).containsExactly(new Row(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "my_table, '\"my_table\" names no table: write dataset.table or project.dataset.table'",
    "d.t, place is required",
  })
  void whatCannotBeAskedIsSaid(String target, String sentence) {
    table.columns = Outcome.done(List.of(Column.of("place", "GEOGRAPHY", Mode.REQUIRED)));
    assertThat(breakage(make(target)).kind()).isEqualTo(Kind.LOCAL);
    assertThat(breakage(make(target)).message()).isEqualTo(sentence);
  }

  private Outcome<String> make(String target) {
    return make(target, null);
  }

  private Outcome<String> make(String target, Expectation expect) {
    return new RowStep(table, InstantSource.fixed(NOON))
        .make(Routes.lambdaToGcs(), new Step(Operation.BIGQUERY_INSERT_ROW, target, expect));
  }

  private static StoredRow row(String... cells) {
    return new StoredRow(List.of(cells));
  }

  private static <T> Outcome<T> denied(String operation) {
    return new Refused<>(new Refusal("bigquery", operation, 403, "accessDenied", "no", null));
  }

  /** One table, whatever its name. */
  private static final class Table implements TableStore {
    private Outcome<List<Column>> columns = Outcome.done(List.of(WHEN, WORDS));
    private Outcome<Row> taken = Outcome.done(new Row(Map.of()));
    private List<StoredRow> rows = List.of();
    private boolean readable = true;
    private final List<Row> inserted = new ArrayList<>();
    private TableName asked;

    @Override
    public Outcome<List<Column>> columns(TableName name) {
      asked = name;
      return columns;
    }

    @Override
    public Outcome<Row> insert(TableName name, Row row) {
      inserted.add(row);
      return taken;
    }

    @Override
    public Pages<StoredRow> rows(TableName name, List<Column> known, int size) {
      return new Pages<>(_ -> readable ? Outcome.done(new Page<>(rows, null)) : denied("ListRows"));
    }

    @Override
    public Pages<DatasetName> datasets(String project) {
      throw new AssertionError("a step lists nothing");
    }

    @Override
    public Pages<TableEntry> tables(DatasetName dataset) {
      throw new AssertionError("a step lists nothing");
    }
  }
}
