package dev.crosstrust.ui.explain;

import dev.crosstrust.secret.Secret;
import dev.crosstrust.token.Reading;
import dev.crosstrust.token.TokenReader;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Says that there is a token in a text, and leads to where it is read. */
final class TokenStrip extends HBox {
  private final Label words = new Label();

  TokenStrip(ObservableValue<Optional<Secret>> token, Consumer<Secret> lens) {
    getStyleClass().add("token-strip");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button open = new Button("Open in Token lens");
    open.setId("explain-lens");
    open.getStyleClass().add("small");
    open.setMinWidth(USE_PREF_SIZE);
    open.setOnAction(_ -> token.getValue().ifPresent(lens));
    getChildren().setAll(words, open);
    token.subscribe(this::show);
  }

  private void show(Optional<Secret> token) {
    setVisible(token.isPresent());
    setManaged(token.isPresent());
    words.setText(token.map(TokenStrip::words).orElse(""));
  }

  private static String words(Secret token) {
    return TokenReader.read(token.reveal()) instanceof Reading.Decoded
        ? "There is a token in this text; what makes it usable was taken out."
        : "There is what looks like a token in this text; its last part was taken out.";
  }
}
