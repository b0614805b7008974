package dev.crosstrust.ui.lens;

import dev.crosstrust.secret.Secret;
import javafx.animation.PauseTransition;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

/** Lends a secret to the clipboard for a while: when it is over and still there, it goes. */
final class SecretClipboard {
  private final PauseTransition over;

  SecretClipboard(Duration whileLent) {
    over = new PauseTransition(whileLent);
  }

  void lend(Secret secret) {
    put(secret.reveal());
    over.setOnFinished(_ -> takeBack(secret));
    over.playFromStart();
  }

  private static void takeBack(Secret secret) {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    String there = clipboard.getString();
    if (there != null && Secret.of(there).equals(secret)) {
      clipboard.clear();
    }
  }

  /** Something that is no secret. */
  static void put(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
