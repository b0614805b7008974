package dev.crosstrust.ui.browse;

import dev.crosstrust.ui.kit.Visible;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

/** Copies texts, and says for a moment which. */
public final class CopiedNote extends Label {
  private final PauseTransition moment = new PauseTransition(Duration.seconds(4));

  public CopiedNote() {
    getStyleClass().add("copied");
    moment.setOnFinished(_ -> setText(""));
  }

  void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    setText("Copied: " + Visible.text(text));
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    moment.playFromStart();
  }
}
