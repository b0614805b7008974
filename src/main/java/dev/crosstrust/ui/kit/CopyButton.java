package dev.crosstrust.ui.kit;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Copies a text, and says so for a moment. */
public final class CopyButton extends Button {
  private static final Duration SAID = Duration.seconds(2);

  /**
   * @param what names the text in the tooltip and for screen readers, for example {@code command}
   */
  public CopyButton(String what, String text) {
    getStyleClass().addAll("flat", "copy-button");
    setTooltip(new Tooltip());
    say(Feather.COPY, "Copy " + what);
    PauseTransition moment = new PauseTransition(SAID);
    moment.setOnFinished(_ -> say(Feather.COPY, "Copy " + what));
    setOnAction(
        _ -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
          say(Feather.CHECK, "Copied");
          moment.playFromStart();
        });
  }

  private void say(Feather icon, String words) {
    setGraphic(new FontIcon(icon));
    setAccessibleText(words);
    getTooltip().setText(words);
  }
}
