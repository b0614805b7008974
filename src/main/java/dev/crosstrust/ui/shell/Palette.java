package dev.crosstrust.ui.shell;

import dev.crosstrust.ui.kit.Screen;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Goes anywhere by typing: Ctrl/Cmd+K, a few letters, Enter. */
final class Palette extends StackPane {
  private static final int FROM_TOP = 80;

  private final ShellModel model;
  private final List<Screen> screens;
  private final FilteredList<String> titles;
  private final TextField field = new TextField();
  private final ListView<String> list;

  Palette(List<Screen> screens, ShellModel model) {
    this.screens = screens;
    this.model = model;
    titles =
        new FilteredList<>(
            FXCollections.observableList(screens.stream().map(Screen::title).toList()));
    list = new ListView<>(titles);
    field.setPromptText("Go to…");
    field.setAccessibleText("Go to a screen");
    field.setId("palette-field");
    list.setAccessibleText("Screens found");
    list.setFocusTraversable(false);
    VBox box = new VBox(field, list);
    box.getStyleClass().add("palette");
    setAlignment(box, Pos.TOP_CENTER);
    setPadding(new Insets(FROM_TOP, 0, 0, 0));
    getChildren().add(box);
    setVisible(false);
    setOnMouseClicked(_ -> close());
    field.textProperty().subscribe(this::filter);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setOnMouseClicked(_ -> go());
  }

  void open() {
    field.clear();
    filter("");
    setVisible(true);
    field.requestFocus();
  }

  private void filter(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    titles.setPredicate(title -> title.toLowerCase(Locale.ROOT).contains(wanted));
    list.getSelectionModel().selectFirst();
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case KeyCode.ESCAPE -> close();
      case KeyCode.ENTER -> go();
      case KeyCode.DOWN -> list.getSelectionModel().selectNext();
      case KeyCode.UP -> list.getSelectionModel().selectPrevious();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void go() {
    String title = list.getSelectionModel().getSelectedItem();
    close();
    screens.stream()
        .filter(screen -> screen.title().equals(title))
        .forEach(screen -> model.screenProperty().set(screen.id()));
  }

  private void close() {
    setVisible(false);
  }
}
