package dev.crosstrust.ui.lens;

import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.Token;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/** The token as it is written, its parts told apart; or a place to write one. */
final class RawPane extends VBox {
  /** What every screen of the lens pastes with. */
  static final KeyCombination PASTE =
      new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

  private final LensModel model;
  private final SecretClipboard clipboard;
  private final Runnable paste;
  private final TextArea input = new TextArea();

  RawPane(LensModel model, SecretClipboard clipboard, Runnable paste) {
    this.paste = paste;
    this.model = model;
    this.clipboard = clipboard;
    getStyleClass().addAll("panel", "raw");
    setVgrow(this, Priority.ALWAYS);
    input.setId("raw-input");
    input.setWrapText(true);
    input.getStyleClass().add("mono");
    input.setPromptText("Paste a token (Ctrl+V), or type one and press Enter");
    input.setAccessibleText("Raw token");
    setVgrow(input, Priority.ALWAYS);
    input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    model.phaseProperty().subscribe(this::show);
    model.revealedProperty().subscribe(this::show);
  }

  void focusInput() {
    input.requestFocus();
  }

  private void show() {
    Token token = model.token();
    if (token == null) {
      Button read = button("Read token", "Enter");
      read.setOnAction(_ -> read());
      read.disableProperty().bind(input.textProperty().isEmpty());
      getChildren().setAll(input, bar(read));
    } else {
      input.clear();
      getChildren().setAll(written(token), bar(token));
    }
  }

  private void read() {
    model.read(input.getText());
  }

  /** A token has no lines, so Enter can mean "that is all"; pasted, it is not shown here at all. */
  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      read();
      event.consume();
    } else if (PASTE.match(event)) {
      paste.run();
      event.consume();
    }
  }

  private ScrollPane written(Token token) {
    TextFlow text = new RawText(token, model.revealedProperty().get());
    ScrollPane scroll = new ScrollPane(text);
    scroll.setId("raw-token");
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(text.getAccessibleText());
    scroll.getStyleClass().add("edge-to-edge");
    setVgrow(scroll, Priority.ALWAYS);
    return scroll;
  }

  private Node bar(Token token) {
    boolean revealed = model.revealedProperty().get();
    String part = token instanceof Jwt ? "signature" : "request";
    Button show = button((revealed ? "Hide " : "Show ") + part, "");
    show.setId("reveal");
    show.setOnAction(_ -> model.revealedProperty().set(!revealed));
    Button copy = button("Copy token", "the clipboard is cleared after 60 s");
    copy.setId("copy-token");
    Label copied = new Label();
    copied.getStyleClass().addAll("muted", "note");
    copy.setOnAction(
        _ -> {
          clipboard.lend(token.raw());
          copied.setText("Cleared in 60 s");
        });
    Button clear = button("Clear", "Forget this token");
    clear.setId("clear");
    clear.setOnAction(
        _ -> {
          model.clear();
          focusInput();
        });
    return bar(show, copy, copied, clear);
  }

  private static HBox bar(Node... buttons) {
    HBox bar = new HBox(buttons);
    bar.getStyleClass().add("raw-bar");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    bar.getChildren().add(bar.getChildren().size() - 1, gap);
    return bar;
  }

  private static Button button(String text, String more) {
    Button button = new Button(text);
    button.getStyleClass().add("small");
    if (!more.isEmpty()) {
      button.setTooltip(new Tooltip(text + "  " + more));
    }
    return button;
  }
}
