package dev.crosstrust.ui.lens;

import dev.crosstrust.ui.kit.FindingCard;
import dev.crosstrust.ui.kit.Shortcuts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A place for the second token. */
final class SecondTokenPane extends VBox {
  /** Dots: it is a whole token, and nothing of it needs to be read here. */
  private final PasswordField input = new PasswordField();

  SecondTokenPane(ComparisonModel comparison, Runnable paste) {
    getStyleClass().addAll("panel", "lens-strip");
    Label name = new Label("_Second token");
    name.setMnemonicParsing(true);
    name.getStyleClass().add("field-name");
    input.setId("second-token");
    input.getStyleClass().add("mono");
    input.setPromptText(
        "Paste it (%s), or type it and press Enter".formatted(Shortcuts.words(RawPane.PASTE)));
    input.setAccessibleText("Second token");
    name.setLabelFor(input);
    input.setOnAction(_ -> comparison.read(input.getText()));
    Button compare = new Button("Compare tokens");
    compare.getStyleClass().add("accent");
    compare.setOnAction(_ -> comparison.read(input.getText()));
    compare.disableProperty().bind(input.textProperty().isEmpty());
    Button cancel = new Button("Cancel");
    cancel.setOnAction(_ -> comparison.close());
    HBox.setHgrow(input, Priority.ALWAYS);
    HBox line = new HBox(input, compare, cancel);
    line.getStyleClass().add("buttons");
    VBox problem = new VBox();
    getChildren().setAll(name, line, problem);
    comparison
        .problemProperty()
        .subscribe(
            finding -> {
              problem.getChildren().clear();
              problem.setManaged(finding != null);
              if (finding != null) {
                problem.getChildren().add(new FindingCard(finding));
              }
            });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            comparison.close();
            event.consume();
          } else if (RawPane.PASTE.match(event)) {
            paste.run();
            event.consume();
          }
        });
  }

  void focusFirst() {
    input.requestFocus();
  }
}
