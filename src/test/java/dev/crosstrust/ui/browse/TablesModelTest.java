package dev.crosstrust.ui.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.storage.table.StoredRow;
import dev.crosstrust.ui.task.Phase;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TablesModelTest {
  private final HandBackground background = new HandBackground();
  private final FakeTables store = new FakeTables();
  private final FakeAccess access = new FakeAccess();
  private final BrowseModel model =
      new BrowseModel(
          background, () -> FakeAccess.END.minus(Duration.ofHours(1)), withTables(access));
  private final TablesModel tables = model.tables();
  private final InsertModel insert = tables.insert();

  private FakeAccess withTables(FakeAccess fake) {
    fake.root = "gs://";
    fake.tables = store;
    return fake;
  }

  @Test
  void datasetsLeadToTables() {
    connect();
    tables.open(tables.root().orElseThrow());
    background.work();
    assertThat(tables.phaseProperty().get())
        .isEqualTo(
            new Phase.Ready<TableContent>(
                new TableContent.Names(List.of(new TablePlace.Dataset(FakeTables.DATASET)))));

    tables.open(new TablePlace.Dataset(FakeTables.DATASET));
    background.work();
    assertThat(tables.below(new TablePlace.Dataset(FakeTables.DATASET)))
        .containsExactly(new TablePlace.Table(FakeTables.TABLE));
  }

  @Test
  void aTypedTableIsOpenedInTheProjectOfTheRoute() {
    open();

    assertThat(tables.placeProperty().get()).contains(new TablePlace.Table(FakeTables.TABLE));
    assertThat(model.copying().address()).isEqualTo("demo.notes.said");
    assertThat(model.copying().command()).contains("bq head demo:notes.said");
    assertThat(model.getCan().isGoUp()).isFalse();
  }

  @Test
  void aBucketWithDotsIsTypedWithItsScheme() {
    connect();
    assertThat(model.openTyped("gs://example.com")).isTrue();

    assertThat(tables.isShown()).isFalse();
    assertThat(model.placeProperty().get()).isEqualTo(FakeAccess.uri("gs://example.com"));
  }

  @Test
  void whatCanBeNoTableIsSaid() {
    connect();
    assertThat(model.openTyped("no-dataset.table")).isFalse();

    assertThat(model.getProblem()).contains("cannot be the name of a dataset");
  }

  @Test
  void rowsComeAPageAtATime() {
    store.rows.add(new StoredRow(Arrays.asList("2026-11-21 12:00:00 UTC", "one", null)));
    store.rows.add(new StoredRow(Arrays.asList("2026-11-21 12:00:01 UTC", "two", "2")));
    open();
    assertThat(tables.rows().wordsProperty().get()).isEqualTo("1 row so far");

    tables.rows().next();
    background.work();

    assertThat(tables.rows().all()).isEqualTo(store.rows);
    assertThat(tables.rows().wordsProperty().get()).isEqualTo("2 rows");
    assertThat(tables.rows().moreProperty().get()).isFalse();
  }

  @Test
  void theFormHasAFieldForEachColumnAndSuggestsTheMomentWhereOneIsRequired() {
    open();
    insert.edit();

    assertThat(insert.fields()).hasSize(3);
    assertThat(typed(0)).isEqualTo("2026-11-21T12:00:00Z");
    assertThat(typed(1)).isEmpty();
    assertThat(typed(2)).isEmpty();
    assertThat(insert.warning())
        .isEqualTo(
            "This writes one row into demo.notes.said as %s. There is no undo here."
                .formatted(FakeAccess.SESSION));
  }

  @Test
  void whatDoesNotFitIsSaidAsOneTypesAndNothingIsWritten() {
    open();
    insert.edit();
    type(2, "often");
    assertThat(insert.fields().get(2).problemProperty().get())
        .isEqualTo("how_often is INTEGER: write a whole number of 64 bits, for example -42");

    insert.write();
    background.work();
    assertThat(store.inserted).isEmpty();

    type(2, "2");
    assertThat(insert.fields().get(2).problemProperty().get()).isEmpty();
  }

  @Test
  void aRequiredColumnWithoutAValueIsSaid() {
    open();
    insert.edit();
    type(0, "");
    insert.write();

    assertThat(insert.stateProperty().get()).isEqualTo(new Insertion.Editing("at is required"));
  }

  @Test
  void aRowIsInsertedAndReadBack() {
    open();
    insert.edit();
    type(1, "hello");
    insert.write();
    background.work();

    assertThat(store.inserted.getFirst().values())
        .contains(Map.entry("what", "hello"))
        .doesNotContainKey("how_often");
    assertThat(insert.stateProperty().get())
        .isEqualTo(new Insertion.Inserted("Inserted and read back: it is among the rows above."));
    assertThat(tables.rows().all()).hasSize(1);
  }

  @Test
  void aRowThatMayNotBeReadIsInsertedAllTheSame() {
    open();
    store.readRefusal = Optional.of(FakeTables.refusal(403, "no"));
    insert.edit();
    insert.write();
    background.work();

    assertThat(insert.stateProperty().get())
        .isEqualTo(
            new Insertion.Inserted(
                "Inserted. It was not read back: reading rows did not go through."));
  }

  @Test
  void anAnswerOfSuccessWithRowErrorsIsAFailure() {
    open();
    store.refusal =
        Optional.of(FakeTables.refusal(200, "Row 0 was not taken: what: no such field: what."));
    insert.edit();
    insert.write();
    background.work();

    assertThat(insert.stateProperty().get())
        .isEqualTo(new Insertion.RowErrors("Row 0 was not taken: what: no such field: what."));
  }

  @Test
  void aRefusedRowIsNoRowError() {
    open();
    store.refusal = Optional.of(FakeTables.refusal(403, "Access Denied"));
    insert.edit();
    type(1, "mine");
    insert.write();
    background.work();

    assertThat(insert.stateProperty().get()).isInstanceOf(Insertion.Failed.class);
    assertThat(insert.fields().get(1).textProperty().get()).isEqualTo("mine");
  }

  @Test
  void leavingTheTableForgetsWhatWasTyped() {
    open();
    insert.edit();
    type(1, "mine");
    model.open(FakeAccess.uri("gs://logs"));

    assertThat(tables.isShown()).isFalse();
    assertThat(insert.fields()).isEmpty();
    assertThat(insert.stateProperty().get()).isEqualTo(new Insertion.Closed());
  }

  private String typed(int field) {
    return insert.fields().get(field).textProperty().get();
  }

  private void type(int field, String text) {
    insert.fields().get(field).textProperty().set(text);
  }

  private void connect() {
    model.shown();
    background.work();
    model.connect();
    background.work();
  }

  private void open() {
    connect();
    assertThat(model.openTyped("notes.said")).isTrue();
    background.work();
  }
}
