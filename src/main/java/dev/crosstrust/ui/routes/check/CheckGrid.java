package dev.crosstrust.ui.routes.check;

import dev.crosstrust.ui.kit.Badge;
import dev.crosstrust.ui.kit.CopyButton;
import dev.crosstrust.ui.routes.check.CheckTable.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a check, below one another, as high as their text. Where there is little room what
 * is compared stands above the two values instead of before them. The rows are walked along with
 * the arrow keys, and say all of themselves.
 */
final class CheckGrid extends GridPane {
  private static final int COLUMNS = CheckColumns.MANY;
  private static final PseudoClass STACKED = PseudoClass.getPseudoClass("stacked");

  private final CheckColumns columns;
  private final List<Cell> cells = new ArrayList<>();
  private boolean stacked;
  private int rows;
  private @Nullable Node miss;

  /** Columns and rows that a cell takes. */
  private record Area(int column, int row, int columns, int rows) {}

  /** A node, and where it is with much room and with little. */
  private record Cell(Node node, Area wide, Area stacked) {}

  /**
   * @param expressions whether what is wanted is long, and how it is compared short
   */
  CheckGrid(List<Section> sections, boolean expressions) {
    columns = new CheckColumns(expressions);
    getStyleClass().add("check-grid");
    for (int i = 0; i < COLUMNS; i++) {
      getColumnConstraints().add(new ColumnConstraints());
    }
    setMinWidth(0);
    sections.forEach(this::add);
    getChildren().stream()
        .filter(CheckRowGround.class::isInstance)
        .reduce((_, later) -> later)
        .ifPresent(last -> last.getStyleClass().add("last"));
    arrange(false);
    widthProperty().subscribe(width -> share(width.doubleValue()));
    CheckRowGround.walk(this);
  }

  /** The first of what keeps the token out. */
  Optional<Node> firstMiss() {
    return Optional.ofNullable(miss);
  }

  private void note(Node node, boolean bad) {
    if (bad && miss == null) {
      miss = node;
    }
  }

  /** Who asks how high it is at a width is answered for the columns of that width. */
  @Override
  protected double computePrefHeight(double width) {
    if (width > 0) {
      share(width);
    }
    return super.computePrefHeight(width);
  }

  private void share(double width) {
    boolean now = columns.stacked(width, stacked);
    if (now != stacked) {
      arrange(now);
    }
    double inside = width - snappedLeftInset() - snappedRightInset();
    columns.share(getColumnConstraints(), Math.max(0, inside), now);
  }

  private void arrange(boolean now) {
    stacked = now;
    pseudoClassStateChanged(STACKED, now);
    for (Cell cell : cells) {
      Area area = now ? cell.stacked() : cell.wide();
      setConstraints(cell.node(), area.column(), area.row(), area.columns(), area.rows());
    }
  }

  private void add(Section section) {
    if (!section.title().isEmpty()) {
      Label title = new Label(section.title());
      title.setWrapText(true);
      title.setMinHeight(USE_PREF_SIZE);
      HBox line = new HBox(title);
      line.getStyleClass().add("check-title");
      Mark mark = section.mark();
      if (mark != null) {
        line.getChildren().add(new Badge(mark.word(), mark.tone()).whole());
        note(line, mark.bad());
      }
      place(line, new Area(0, rows, COLUMNS, 1));
      rows++;
    }
    heads(section.columns());
    boolean whole = section.columns().size() < COLUMNS;
    section.rows().forEach(row -> add(row, section.spoken(), whole));
  }

  private void heads(List<String> names) {
    Region ground = new Region();
    ground.getStyleClass().add("check-heads");
    ground(ground);
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty()) {
        continue;
      }
      Label head = new Label(names.get(i));
      head.getStyleClass().add("check-head");
      head.setWrapText(true);
      head.setMinHeight(USE_PREF_SIZE);
      put(head, i, 1);
    }
    rows += 2;
  }

  /**
   * @param whole whether what is wanted takes the room of what is said
   */
  private void add(CheckRow row, String section, boolean whole) {
    CheckRowGround ground = new CheckRowGround(row);
    ground.setAccessibleHelp(section);
    ground(ground);
    note(ground, row.mark().bad());
    if (columns.operators()) {
      cell(CheckCells.key(row), 0, 1);
      cell(CheckCells.operator(row), 1, 1);
    } else {
      cell(CheckCells.keyAndOperator(row), 0, 1);
    }
    cell(CheckCells.wants(row), 2, whole ? 2 : 1);
    if (whole) {
      StackPane copy = new StackPane(new CopyButton("member", String.join("\n", row.wants())));
      copy.getStyleClass().add("check-copy");
      cell(copy, COLUMNS - 1, 1);
    } else {
      cell(CheckCells.says(row), 3, 1);
      Badge badge = new Badge(row.mark().word(), row.mark().tone()).whole();
      StackPane result = new StackPane(badge);
      result.getStyleClass().add("check-result");
      result.setMouseTransparent(true);
      cell(result, COLUMNS - 1, 1);
    }
    rows += 2;
  }

  private void cell(Node cell, int column, int many) {
    cell.getStyleClass().add("check-cell");
    setValignment(cell, VPos.TOP);
    put(cell, column, many);
  }

  /** Each row of the table has two of the grid, of which the second may be empty. */
  private void put(Node node, int column, int many) {
    boolean below = column == 2 || column == 3;
    if (below) {
      node.getStyleClass().add("below");
    }
    Area stack =
        column == COLUMNS - 1
            ? new Area(column, rows, 1, 2)
            : new Area(column % 2 * 2, below ? rows + 1 : rows, 2 * many, 1);
    cells.add(new Cell(node, new Area(column, rows, many, 1), stack));
    getChildren().add(node);
  }

  private void ground(Node node) {
    cells.add(new Cell(node, new Area(0, rows, COLUMNS, 1), new Area(0, rows, COLUMNS, 2)));
    getChildren().add(node);
  }

  private void place(Node node, Area area) {
    cells.add(new Cell(node, area, area));
    getChildren().add(node);
  }
}
