package dev.crosstrust.ui.explain;

import dev.crosstrust.ui.kit.TabLeaves;
import java.util.function.UnaryOperator;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;

/** A place to paste a text, which has its secrets taken out before it is shown. */
final class PasteArea extends TextArea {
  /** Who types is left alone: nobody types a token. */
  private static final int TYPED = 16;

  /**
   * @param text what is in it
   * @param most characters it takes
   * @param keep takes the secrets out of what is pasted
   * @param tooLong told when more was pasted, which then is not taken
   */
  PasteArea(StringProperty text, int most, UnaryOperator<String> keep, Runnable tooLong) {
    setWrapText(true);
    getStyleClass().add("mono");
    TabLeaves.of(this);
    setTextFormatter(
        new TextFormatter<>(
            change -> {
              int left = change.getControlText().length() - replaced(change);
              if (change.getText().length() > most - left) {
                tooLong.run();
                leaveOut(change);
              } else if (change.getText().length() > TYPED) {
                change.setText(keep.apply(change.getText()));
                // Who pastes goes on behind it; what comes from elsewhere is read from its
                // beginning.
                int end = change.getRangeStart() + change.getText().length();
                int at = isFocused() ? end : change.getRangeStart();
                change.selectRange(at, at);
              }
              return change;
            }));
    textProperty().bindBidirectional(text);
  }

  private static int replaced(TextFormatter.Change change) {
    return change.getRangeEnd() - change.getRangeStart();
  }

  private static void leaveOut(TextFormatter.Change change) {
    change.setText("");
    change.setRange(change.getRangeStart(), change.getRangeStart());
    change.selectRange(change.getControlAnchor(), change.getControlCaretPosition());
  }
}
