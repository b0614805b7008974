package dev.crosstrust.ui.kit;

import dev.crosstrust.ui.kit.LineDiff.Kind;
import dev.crosstrust.ui.kit.LineDiff.Row;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * One line of one of two texts, with its sign. Where it is too long it goes on below its first
 * word, not at the left edge.
 */
final class DiffLine extends HBox {
  private final boolean nothing;
  private final TextFlow words;
  private boolean wanted = true;
  private boolean folded;

  private DiffLine(Row row, @Nullable String text, String style, String sign, TextFlow words) {
    this.words = words;
    nothing = text == null;
    Label mark = mono(row.kind() == Kind.SAME || nothing ? " " : sign);
    mark.getStyleClass().add("diff-sign");
    Label indent = mono(text == null ? "" : text.substring(0, text.length() - bare(text).length()));
    setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    getChildren().setAll(mark, new HBox(indent, words));
    setHgrow(getChildren().getLast(), Priority.ALWAYS);
    getStyleClass().add("diff-line");
    if (text == null) {
      getStyleClass().add("nothing");
    } else if (row.kind() != Kind.SAME) {
      getStyleClass().add(style);
      setAccessibleText("%s: %s".formatted(style, text.strip()));
    }
  }

  /** The line as it was. */
  static DiffLine before(Row row) {
    Difference difference = difference(row);
    TextFlow words = difference == null ? plain(row.before()) : DiffText.wanted(difference);
    return new DiffLine(row, row.before(), "removed", "−", words);
  }

  /** The line as it is to be. */
  static DiffLine after(Row row) {
    Difference difference = difference(row);
    TextFlow words = difference == null ? plain(row.after()) : DiffText.had(difference);
    return new DiffLine(row, row.after(), "added", "+", words);
  }

  /** Null where nothing is changed into something. */
  private static @Nullable Difference difference(Row row) {
    return row.kind() == Kind.CHANGED && row.before() != null && row.after() != null
        ? Difference.between(bare(row.before()), bare(row.after()))
        : null;
  }

  private static TextFlow plain(@Nullable String text) {
    Text all = new Text(text == null ? "" : bare(text));
    all.getStyleClass().addAll("mono", "same");
    return new TextFlow(all);
  }

  private static String bare(String text) {
    return text.stripLeading();
  }

  private static Label mono(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("mono");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  /** What stands after the indentation. */
  TextFlow words() {
    return words;
  }

  /** Whether the other text has a line here, and this one none. */
  boolean isNothing() {
    return nothing;
  }

  /** Whether there is a place for it. */
  void wanted(boolean now) {
    wanted = now;
    show();
  }

  /** Whether it is folded away. */
  void folded(boolean now) {
    folded = now;
    show();
  }

  private void show() {
    setVisible(wanted && !folded);
    setManaged(wanted && !folded);
  }
}
