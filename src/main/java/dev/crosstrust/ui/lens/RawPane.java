package dev.crosstrust.ui.lens;

import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.Token;
import dev.crosstrust.ui.kit.Shortcuts;
import dev.crosstrust.ui.kit.TabLeaves;
import javafx.scene.Node;
import javafx.scene.control.Button;
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
  private final ScrollPane written = written();
  private final Button show = button("reveal", "Show", "");
  private final Button copy =
      button("copy-token", "Copy token", "the clipboard is cleared after 60 s");
  private final HBox inputBar;
  private final HBox tokenBar;

  RawPane(LensModel model, SecretClipboard clipboard, Runnable paste) {
    this.paste = paste;
    this.model = model;
    this.clipboard = clipboard;
    this.inputBar = inputBar();
    this.tokenBar = tokenBar();
    getStyleClass().addAll("panel", "raw");
    setVgrow(this, Priority.ALWAYS);
    input.setId("raw-input");
    input.setWrapText(true);
    input.getStyleClass().add("mono");
    input.setPromptText(
        "Paste a token (%s), or type one and press Enter".formatted(Shortcuts.words(PASTE)));
    input.setAccessibleText("Raw token");
    setVgrow(input, Priority.ALWAYS);
    input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    TabLeaves.of(input);
    model.phaseProperty().subscribe(_ -> show());
    model.revealedProperty().subscribe(_ -> reveal());
  }

  void focusInput() {
    input.requestFocus();
  }

  private void show() {
    Token token = model.token();
    if (token == null) {
      getChildren().setAll(input, inputBar);
    } else {
      input.clear();
      copy.setText("Copy token");
      getChildren().setAll(written, tokenBar);
      reveal();
    }
  }

  private void reveal() {
    Token token = model.token();
    if (token != null) {
      boolean revealed = model.revealedProperty().get();
      String what = token instanceof Jwt ? "signature" : "request";
      show.setText(revealed ? "Hide" : "Show");
      show.setAccessibleText("%s %s".formatted(show.getText(), what));
      show.setTooltip(new Tooltip(show.getAccessibleText()));
      TextFlow text = new RawText(token, revealed);
      written.setContent(text);
      written.setAccessibleText(text.getAccessibleText());
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

  private ScrollPane written() {
    ScrollPane scroll = new ScrollPane();
    scroll.setId("raw-token");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    setVgrow(scroll, Priority.ALWAYS);
    return scroll;
  }

  private HBox inputBar() {
    Button read = button("read-token", "Read token", "Enter");
    read.setOnAction(_ -> read());
    read.disableProperty().bind(input.textProperty().isEmpty());
    return bar(read);
  }

  private HBox tokenBar() {
    show.setOnAction(_ -> model.revealedProperty().set(!model.revealedProperty().get()));
    copy.setOnAction(_ -> lend());
    Button clear = button("clear", "Clear", "forgets this token");
    clear.setOnAction(
        _ -> {
          model.clear();
          focusInput();
        });
    return bar(show, copy, clear);
  }

  private void lend() {
    Token token = model.token();
    if (token != null) {
      clipboard.lend(token.raw());
      copy.setText("Copied for 60 s");
    }
  }

  private static HBox bar(Node... buttons) {
    HBox bar = new HBox(buttons);
    bar.getStyleClass().add("raw-bar");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    bar.getChildren().add(bar.getChildren().size() - 1, gap);
    return bar;
  }

  private static Button button(String id, String text, String more) {
    Button button = new Button(text);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.getStyleClass().add("small");
    button.setTooltip(new Tooltip(text + "  " + more));
    return button;
  }
}
