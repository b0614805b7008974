package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.Entry;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** What lies at a place, a line each; virtual, so its length does not matter. */
final class EntryTable extends TableView<Entry> {
  private static final double LINE = 30;

  private final BrowseModel model;

  EntryTable(BrowseModel model) {
    this.model = model;
    setId("browse-table");
    getStyleClass().addAll("edge-to-edge", "entries");
    setAccessibleText("What lies here");
    setFixedCellSize(LINE);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    setPlaceholder(new Label("No loaded name holds what the filter says"));
    EntriesModel entries = model.getListing().entries();
    TableColumn<Entry, Entry> name = new TableColumn<>("Name");
    name.setCellValueFactory(it -> always(it.getValue()));
    name.setCellFactory(_ -> new NameCell(entries));
    name.setPrefWidth(900);
    name.setMinWidth(160);
    TableColumn<Entry, String> size = column("Size", 86, 86, EntryTable::size);
    size.getStyleClass().add("number");
    TableColumn<Entry, String> modified = column("Modified", 142, 142, EntryTable::modified);
    TableColumn<Entry, String> storageClass = column("Class", 96, 170, Order::storageClass);
    getColumns().add(ordered(name, Order.By.NAME));
    getColumns().add(ordered(size, Order.By.SIZE));
    getColumns().add(ordered(modified, Order.By.MODIFIED));
    getColumns().add(ordered(storageClass, Order.By.STORAGE_CLASS));
    setItems(entries.shown());
    setSortPolicy(_ -> order(entries));
    sceneProperty().subscribe(this::takeFocus);
    setRowFactory(_ -> row());
    getSelectionModel().selectedItemProperty().subscribe(this::selected);
    setOnKeyPressed(this::pressed);
  }

  private static <T> ObservableValue<T> always(T value) {
    return new ReadOnlyObjectWrapper<>(value);
  }

  private static TableColumn<Entry, String> column(
      String title, double least, double most, Function<Entry, String> text) {
    TableColumn<Entry, String> column = new TableColumn<>(title);
    column.setCellValueFactory(it -> new ReadOnlyStringWrapper(text.apply(it.getValue())));
    column.setMinWidth(least);
    column.setPrefWidth(least);
    column.setMaxWidth(most);
    return column;
  }

  private static <T> TableColumn<Entry, T> ordered(TableColumn<Entry, T> column, Order.By by) {
    column.setUserData(by);
    column.setReorderable(false);
    return column;
  }

  /** The model sorts, when all has come; the table only shows by what. */
  private boolean order(EntriesModel entries) {
    ObservableList<TableColumn<Entry, ?>> by = getSortOrder();
    Entry kept = getSelectionModel().getSelectedItem();
    entries.orderBy(
        by.isEmpty()
            ? Order.OF_ARRIVAL
            : new Order(
                (Order.By) by.getFirst().getUserData(),
                by.getFirst().getSortType() == TableColumn.SortType.DESCENDING));
    if (kept != null) {
      getSelectionModel().select(kept);
    }
    return true;
  }

  private void selected(@Nullable Entry entry) {
    model.selectedProperty().set(Optional.ofNullable(entry));
  }

  /** A listing that replaces another goes on where the keyboard was; the tree keeps its own. */
  private void takeFocus(@Nullable Scene scene) {
    if (scene != null && !(scene.getFocusOwner() instanceof TreeView<?>)) {
      requestFocus();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      openSelected();
      event.consume();
    } else if (event.getCode() == KeyCode.BACK_SPACE) {
      model.up();
      event.consume();
    }
  }

  private void openSelected() {
    Entry entry = getSelectionModel().getSelectedItem();
    if (entry != null) {
      model.open(entry);
    }
  }

  private TableRow<Entry> row() {
    TableRow<Entry> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            openSelected();
          }
        });
    return row;
  }

  private static String size(Entry entry) {
    return entry instanceof Entry.StoredObject object ? Words.size(object.size()) : "";
  }

  private static String modified(Entry entry) {
    return switch (entry) {
      case Entry.StoredObject object -> Words.when(object.modified());
      case Entry.Bucket bucket -> Words.when(bucket.created());
      case Entry.Prefix _ -> "";
    };
  }
}
