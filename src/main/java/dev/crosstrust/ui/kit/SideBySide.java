package dev.crosstrust.ui.kit;

import dev.crosstrust.ui.kit.LineDiff.Kind;
import dev.crosstrust.ui.kit.LineDiff.Row;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** Two texts beside each other: a minus before what goes, a plus before what comes. */
public final class SideBySide extends GridPane {
  private static final int HALF = 50;

  public SideBySide(String beforeTitle, String before, String afterTitle, String after) {
    getStyleClass().add("side-by-side");
    getColumnConstraints().setAll(half(), half());
    addRow(0, heading(beforeTitle), heading(afterTitle));
    LineDiff.between(before, after).rows().forEach(this::add);
    getRowConstraints().forEach(row -> row.setValignment(VPos.TOP));
  }

  private void add(Row row) {
    Node left = line(row, row.before(), "removed", "−");
    Node right = line(row, row.after(), "added", "+");
    RowConstraints top = new RowConstraints();
    top.setValignment(VPos.TOP);
    getRowConstraints().add(top);
    addRow(getRowCount(), left, right);
  }

  private static Node line(Row row, @Nullable String text, String style, String sign) {
    Label mark = new Label(row.kind() == Kind.SAME || text == null ? " " : sign);
    mark.getStyleClass().addAll("mono", "diff-sign");
    mark.setMinWidth(USE_PREF_SIZE);
    TextFlow flow = text(row, text, style);
    HBox.setHgrow(flow, Priority.ALWAYS);
    HBox line = new HBox(mark, flow);
    line.getStyleClass().add("diff-line");
    if (text == null) {
      line.getStyleClass().add("nothing");
    } else if (row.kind() != Kind.SAME) {
      line.getStyleClass().add(style);
      line.setAccessibleText("%s: %s".formatted(style, text.strip()));
    }
    return line;
  }

  private static TextFlow text(Row row, @Nullable String text, String style) {
    if (row.kind() == Kind.CHANGED && row.before() != null && row.after() != null) {
      Difference difference = Difference.between(row.before(), row.after());
      return style.equals("removed") ? DiffText.wanted(difference) : DiffText.had(difference);
    }
    Text all = new Text(text == null ? "" : text);
    all.getStyleClass().addAll("mono", "same");
    return new TextFlow(all);
  }

  private static Label heading(String title) {
    Label heading = new Label(title);
    heading.getStyleClass().add("diff-heading");
    heading.setMaxWidth(Double.MAX_VALUE);
    return heading;
  }

  private static ColumnConstraints half() {
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(HALF);
    return half;
  }

  /** How many lines of each kind there are, in words: {@code 2 lines changed, 1 added}. */
  public static String summary(String before, String after) {
    var rows = LineDiff.between(before, after).rows();
    StringBuilder words = new StringBuilder();
    for (Kind kind : new Kind[] {Kind.CHANGED, Kind.ADDED, Kind.REMOVED}) {
      long many = rows.stream().filter(row -> row.kind() == kind).count();
      if (many > 0) {
        String lines = words.isEmpty() ? (many == 1 ? " line" : " lines") : "";
        words
            .append(words.isEmpty() ? "" : ", ")
            .append(many)
            .append(lines)
            .append(' ')
            .append(kind.name().toLowerCase(Locale.ROOT));
      }
    }
    return words.isEmpty() ? "nothing changed" : words.toString();
  }
}
