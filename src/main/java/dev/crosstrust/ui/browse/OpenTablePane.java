package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.table.Column;
import dev.crosstrust.storage.table.StoredRow;
import dev.crosstrust.ui.kit.StatePane;
import dev.crosstrust.ui.kit.Visible;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One table: its columns, its rows, and a form for another row. */
final class OpenTablePane extends VBox {
  private static final double LINE = 30;
  private static final double HEAD = 34;
  private static final int MOST_COLUMNS_SHOWN = 4;
  private static final double NARROWEST = 120;

  OpenTablePane(TablesModel model, TableContent.Opened opened) {
    setId("browse-table-open");
    getStyleClass().add("open-table");
    RowsModel rows = model.rows();
    StatePane state = new StatePane();
    state.setId("browse-table-body");
    VBox.setVgrow(state, Priority.ALWAYS);
    TableView<StoredRow> table = rows(opened.columns(), rows);
    state.follow(rows.phaseProperty(), _ -> table, rows::clear);
    getChildren()
        .addAll(head(model), schema(opened.columns()), state, new InsertPane(model.insert()));
  }

  private static HBox head(TablesModel model) {
    RowsModel rows = model.rows();
    Label words = new Label();
    words.setId("browse-table-words");
    words.textProperty().bind(rows.wordsProperty());
    words.getStyleClass().add("muted");
    Button more = button("browse-table-more", "More rows");
    more.disableProperty().bind(rows.moreProperty().not());
    more.setOnAction(_ -> rows.next());
    Button insert = button("browse-table-insert", "Insert row…");
    insert.setOnAction(_ -> model.insert().edit());
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    HBox head = new HBox(words, between, more, insert);
    head.getStyleClass().add("table-head");
    return head;
  }

  private static Button button(String id, String text) {
    Button button = new Button(text);
    button.setId(id);
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private static TableView<Column> schema(List<Column> columns) {
    TableView<Column> table = table("browse-table-schema", "Schema");
    table.getColumns().add(column("Column", Column::name));
    table.getColumns().add(column("Type", Column::typeName));
    table.getColumns().add(column("Mode", it -> it.mode().name()));
    table
        .getColumns()
        .add(column("Description", it -> Objects.requireNonNullElse(it.description(), "")));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getItems().setAll(columns);
    double height = HEAD + LINE * Math.clamp(columns.size(), 1, MOST_COLUMNS_SHOWN);
    table.setPrefHeight(height);
    table.setMinHeight(height);
    table.setMaxHeight(height);
    table.setPlaceholder(new Label("The table has no columns"));
    return table;
  }

  private static TableView<StoredRow> rows(List<Column> columns, RowsModel rows) {
    TableView<StoredRow> table = table("browse-table-rows", "Rows");
    for (int i = 0; i < columns.size(); i++) {
      int at = i;
      TableColumn<StoredRow, String> column = column(columns.get(i).name(), it -> cell(it, at));
      column.setMinWidth(NARROWEST);
      column.setPrefWidth(NARROWEST * 2);
      table.getColumns().add(column);
    }
    table.setItems(rows.all());
    return table;
  }

  private static String cell(StoredRow row, int at) {
    return at < row.cells().size() ? Objects.requireNonNullElse(row.cells().get(at), "null") : "";
  }

  private static <T> TableView<T> table(String id, String words) {
    TableView<T> table = new TableView<>();
    table.setId(id);
    table.setAccessibleText(words);
    table.setFixedCellSize(LINE);
    table.getStyleClass().addAll("edge-to-edge", "entries");
    return table;
  }

  private static <T> TableColumn<T, String> column(String title, Function<T, String> text) {
    TableColumn<T, String> column = new TableColumn<>(Visible.text(title));
    column.setCellValueFactory(
        it -> new ReadOnlyStringWrapper(Visible.text(text.apply(it.getValue()))));
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }
}
