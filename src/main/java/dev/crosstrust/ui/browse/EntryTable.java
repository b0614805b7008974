package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** What lies at a place, a line each; virtual, so its length does not matter. */
final class EntryTable extends TableView<Entry> {
  private static final double LINE = 30;
  private static final double NAME_LEAST = 120;
  private static final double CLASS_LEAST = 90;

  private final BrowseModel model;

  EntryTable(BrowseModel model) {
    this.model = model;
    setId("browse-table");
    getStyleClass().addAll("edge-to-edge", "entries");
    setAccessibleText("Objects");
    setFixedCellSize(LINE);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(new Label("No loaded name holds what the filter says"));
    ListingModel listing = model.getListing();
    TableColumn<Entry, String> name = column("Name", 360, listing::nameOf);
    name.setCellFactory(_ -> new NameCell());
    TableColumn<Entry, String> size = column("Size", 90, EntryTable::size);
    size.getStyleClass().add("number");
    getColumns().add(name);
    getColumns().add(size);
    TableColumn<Entry, String> modified = column("Modified", 150, EntryTable::modified);
    modified.setMinWidth(modified.getPrefWidth());
    getColumns().add(modified);
    TableColumn<Entry, String> storageClass = column("Class", 110, EntryTable::storageClass);
    storageClass.setMinWidth(CLASS_LEAST);
    getColumns().add(storageClass);
    name.setMinWidth(NAME_LEAST);
    setItems(listing.shown());
    sceneProperty().subscribe(this::takeFocus);
    setRowFactory(_ -> row());
    getSelectionModel().selectedItemProperty().subscribe(this::selected);
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            openSelected();
            event.consume();
          } else if (event.getCode() == KeyCode.BACK_SPACE) {
            model.up();
            event.consume();
          }
        });
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

  /** Lines are in the service's order: sorting what has come so far would say little. */
  private static TableColumn<Entry, String> column(
      String title, double width, Function<Entry, String> text) {
    TableColumn<Entry, String> column = new TableColumn<>(title);
    column.setCellValueFactory(it -> new ReadOnlyStringWrapper(text.apply(it.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
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

  private static String storageClass(Entry entry) {
    return switch (entry) {
      case Entry.StoredObject object -> Objects.requireNonNullElse(object.storageClass(), "");
      case Entry.Bucket bucket -> Objects.requireNonNullElse(bucket.region(), "");
      case Entry.Prefix _ -> "";
    };
  }
}
