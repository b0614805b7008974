package dev.crosstrust.ui.kit;

import dev.crosstrust.finding.Fix.Effect;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;

/**
 * Copies what mends something. What lets more in than before is copied only after it has been said
 * what that is, by a second press.
 */
final class Widening {
  private final boolean widens;
  private final Label said = new Label();
  private final Label copied = new Label();
  private final String warning;
  private boolean warned;

  /**
   * @param what it lets in, each in one sentence
   */
  Widening(@Nullable Effect effect, List<String> what) {
    widens = effect == Effect.WIDENS;
    warning =
        "This widens who may enter: %s Press again to copy it all the same."
            .formatted(String.join(" ", what.stream().map(Widening::sentence).toList()));
    said.getStyleClass().add("fix-said");
    said.setWrapText(true);
    said.setMinHeight(Label.USE_PREF_SIZE);
    said.managedProperty().bind(said.visibleProperty());
    said.setVisible(false);
    copied.getStyleClass().add("fix-copied");
  }

  /** What it widens, once that has been said; takes no room before. */
  Label said() {
    return said;
  }

  /** What was copied, in a line beside what copies. */
  Label copied() {
    return copied;
  }

  /** Copies the text, or says first what it widens. */
  void copy(String what, String text) {
    if (widens && !warned) {
      warned = true;
      said.setText(warning);
      said.setAccessibleText(warning);
      said.setVisible(true);
    } else {
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
      said.setVisible(false);
      copied.setText("Copied: " + what);
    }
  }

  private static String sentence(String words) {
    String plain = Prose.plain(words).strip();
    return plain.endsWith(".") || plain.endsWith("!") ? plain : plain + ".";
  }
}
