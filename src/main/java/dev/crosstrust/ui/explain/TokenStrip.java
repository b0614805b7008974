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
import javafx.scene.layout.VBox;

/** Says that there is a token in a text, and leads to where it is read, or judged. */
final class TokenStrip extends VBox {
  private final Label words = new Label();

  /**
   * @param lens reads it
   * @param judge holds it against a policy
   */
  TokenStrip(
      ObservableValue<Optional<Secret>> token, Consumer<Secret> lens, Consumer<Secret> judge) {
    getStyleClass().add("token-strip");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    HBox ways =
        new HBox(
            button("explain-lens", "Open in Token lens", () -> token.getValue().ifPresent(lens)),
            button("explain-judge", "Check it…", () -> token.getValue().ifPresent(judge)));
    ways.getStyleClass().add("token-ways");
    getChildren().setAll(words, ways);
    token.subscribe(this::show);
  }

  private static Button button(String id, String text, Runnable run) {
    Button button = new Button(text);
    button.setId(id);
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> run.run());
    return button;
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
