package dev.crosstrust.ui.lens;

import dev.crosstrust.ui.kit.TabLeaves;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/** A place for keys that somebody brought along. */
final class GivenKeysPane extends VBox {
  private static final int ROWS = 3;

  private final TextArea keys = new TextArea();

  GivenKeysPane(SignatureModel signature) {
    getStyleClass().add("given-keys");
    TabLeaves.of(keys);
    keys.setId("given-keys");
    keys.setPrefRowCount(ROWS);
    keys.setWrapText(true);
    keys.getStyleClass().add("mono");
    keys.setPromptText("{\"keys\": […]}");
    keys.setAccessibleText("Keys as a JWK Set");
    keys.textProperty().bindBidirectional(signature.keysProperty());
    Button check = new Button("Check with these keys");
    check.setId("check-given");
    check.getStyleClass().add("small");
    check.disableProperty().bind(keys.textProperty().isEmpty());
    check.setOnAction(_ -> signature.useGiven());
    getChildren().setAll(keys, check);
  }

  void focusFirst() {
    keys.requestFocus();
  }
}
