package dev.crosstrust.ui.kit;

import dev.crosstrust.ui.kit.LineDiff.Kind;
import dev.crosstrust.ui.kit.LineDiff.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Two texts beside each other: a minus before what goes, a plus before what comes. Where there is
 * little room they are one below the other, line by line. Of a long text what is the same is folded
 * away, to be opened.
 */
public final class SideBySide extends GridPane {
  private static final int HALF = 50;

  /** Less than this has no room for two lines of a policy. */
  private static final double NARROW = 940;

  /** Texts of more lines than these are folded. */
  private static final int LONG = 20;

  /** So many lines stay on each side of what differs. */
  private static final int CONTEXT = 2;

  private final List<Pair> pairs = new ArrayList<>();
  private boolean narrow;
  private int lines = 1;

  /** What stands beside each other, in two rows of the grid, of which the second may be empty. */
  private record Pair(DiffLine left, DiffLine right, boolean same) {
    /** Lines that are the same are there once where they are below each other. */
    void arrange(boolean below) {
      setColumnSpan(left, below ? 2 : 1);
      setColumnSpan(right, below ? 2 : 1);
      setColumnIndex(right, below ? 0 : 1);
      int row = getRowIndex(left);
      setRowIndex(right, below ? row + 1 : row);
      left.wanted(!below || !left.isNothing());
      right.wanted(!below || !(same || right.isNothing()));
    }

    void fold(boolean away) {
      left.folded(away);
      right.folded(away);
    }
  }

  public SideBySide(String beforeTitle, String before, String afterTitle, String after) {
    getStyleClass().add("side-by-side");
    getColumnConstraints().setAll(half(), half());
    addRow(0, heading("− " + beforeTitle), heading("+ " + afterTitle));
    List<Row> rows = LineDiff.between(before, after).rows();
    int from = 0;
    while (from < rows.size()) {
      int to = from + 1;
      while (to < rows.size() && isSame(rows.get(to)) == isSame(rows.get(from))) {
        to++;
      }
      add(rows, from, to);
      from = to;
    }
    widthProperty().subscribe(width -> arrange(width.doubleValue()));
  }

  private static boolean isSame(Row row) {
    return row.kind() == Kind.SAME;
  }

  /** A run of lines that are all the same, or all not. */
  private void add(List<Row> rows, int from, int to) {
    int first = from == 0 ? from : from + CONTEXT;
    int last = to == rows.size() ? to : to - CONTEXT;
    boolean folds = rows.size() > LONG && isSame(rows.get(from)) && last - first > 1;
    List<Pair> away = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (folds && i == first) {
        fold(last - first, away);
      }
      Pair pair = add(rows.get(i));
      if (folds && i >= first && i < last) {
        pair.fold(true);
        away.add(pair);
      }
    }
  }

  private void fold(int many, List<Pair> away) {
    ToggleButton fold = new ToggleButton("%d unchanged lines".formatted(many));
    fold.getStyleClass().addAll("flat", "diff-fold");
    fold.setMaxWidth(Double.MAX_VALUE);
    fold.selectedProperty().subscribe(open -> away.forEach(pair -> pair.fold(!open)));
    fold.selectedProperty().subscribe(open -> name(fold, open));
    add(fold, 0, lines++, 2, 1);
  }

  private static void name(ToggleButton fold, boolean open) {
    fold.setGraphic(new FontIcon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
    fold.setAccessibleText("%s %s".formatted(open ? "Hide" : "Show", fold.getText()));
  }

  private Pair add(Row row) {
    Pair pair = new Pair(DiffLine.before(row), DiffLine.after(row), isSame(row));
    add(pair.left(), 0, lines);
    add(pair.right(), 1, lines);
    lines += 2;
    for (Node line : List.of(pair.left(), pair.right())) {
      setValignment(line, VPos.TOP);
      setFillHeight(line, true);
    }
    pairs.add(pair);
    pair.arrange(narrow);
    return pair;
  }

  private void arrange(double width) {
    boolean now = width < NARROW;
    if (now != narrow) {
      narrow = now;
      pairs.forEach(pair -> pair.arrange(now));
    }
  }

  /** Who asks how high it is at a width is answered for the lines of that width. */
  @Override
  protected double computePrefHeight(double width) {
    if (width > 0) {
      arrange(width);
    }
    return super.computePrefHeight(width);
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
