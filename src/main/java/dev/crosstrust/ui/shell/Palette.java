package dev.crosstrust.ui.shell;

import dev.crosstrust.ui.shell.Keys.Entry;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Goes anywhere and does anything by typing: Ctrl/Cmd+K, a few letters, Enter. */
final class Palette extends Overlay {
  private final Supplier<List<Entry>> offered;
  private final ObservableList<Entry> all = FXCollections.observableArrayList();
  private final FilteredList<Entry> entries = new FilteredList<>(all);
  private final TextField field = new TextField();
  private final ListView<Entry> list;
  private final VBox box;

  /**
   * @param offered asked each time it opens
   */
  Palette(Supplier<List<Entry>> offered) {
    this.offered = offered;
    list = new ListView<>(entries);
    field.setPromptText("Go to a screen, or do something…");
    field.setAccessibleText("Go to a screen, or do something");
    field.setId("palette-field");
    list.setId("palette-list");
    list.setAccessibleText("What was found");
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Cell());
    Label none = new Label("Nothing of that name");
    none.getStyleClass().add("muted");
    list.setPlaceholder(none);
    box = new VBox(field, list);
    box.getStyleClass().add("palette");
    field.textProperty().subscribe(this::filter);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setOnMouseClicked(_ -> go());
  }

  void open() {
    all.setAll(offered.get());
    field.clear();
    filter("");
    show(box, field);
  }

  private void filter(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    entries.setPredicate(entry -> entry.title().toLowerCase(Locale.ROOT).contains(wanted));
    list.getSelectionModel().selectFirst();
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> go();
      case DOWN -> list.getSelectionModel().selectNext();
      case UP -> list.getSelectionModel().selectPrevious();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void go() {
    Entry entry = list.getSelectionModel().getSelectedItem();
    if (entry != null) {
      close();
      entry.run().run();
    }
  }

  private static final class Cell extends ListCell<Entry> {
    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      setGraphic(entry == null || empty ? null : line(entry));
      setAccessibleText(entry == null || empty ? null : entry.title());
    }

    private static HBox line(Entry entry) {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      Label keys = new Label(entry.keys());
      keys.getStyleClass().add("keys");
      return new HBox(new Label(entry.title()), space, keys);
    }
  }
}
