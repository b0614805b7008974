package dev.crosstrust.ui.routes.check;

import dev.crosstrust.ui.kit.Badge;
import dev.crosstrust.ui.kit.CopyButton;
import dev.crosstrust.ui.routes.check.CheckTable.Section;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The tables of a check, below one another, as high as their text. The rows are walked along with
 * the arrow keys, and say all of themselves.
 */
final class CheckGrid extends GridPane {
  private static final int COLUMNS = 5;

  /** The room of a badge; of one with numbers. */
  private static final double RESULT = 106;

  private static final double RESULT_WIDE = 142;

  /** Below this width operators need more of it. */
  private static final double NARROW = 700;

  private static final double[] WITH_OPERATORS = {0.273, 0.152, 0.252, 0.323};
  private static final double[] WITH_OPERATORS_NARROW = {0.27, 0.19, 0.26, 0.28};
  private static final double[] WITHOUT = {0.2, 0.09, 0.36, 0.35};

  private final boolean expressions;

  /**
   * @param expressions whether what is wanted is long, and how it is compared short
   */
  CheckGrid(List<Section> sections, boolean expressions) {
    this.expressions = expressions;
    getStyleClass().add("check-grid");
    for (int i = 0; i < COLUMNS; i++) {
      getColumnConstraints().add(new ColumnConstraints());
    }
    setMinWidth(0);
    sections.forEach(this::add);
    widthProperty().subscribe(width -> share(width.doubleValue()));
    CheckRowGround.walk(this);
  }

  private void share(double width) {
    double result = expressions ? RESULT_WIDE : RESULT;
    double free = Math.max(0, width - snappedLeftInset() - snappedRightInset() - result);
    double[] shares =
        expressions ? WITHOUT : width < NARROW ? WITH_OPERATORS_NARROW : WITH_OPERATORS;
    for (int i = 0; i < COLUMNS; i++) {
      double wide = i < shares.length ? Math.floor(free * shares[i]) : result;
      ColumnConstraints column = getColumnConstraints().get(i);
      column.setMinWidth(0);
      column.setPrefWidth(wide);
      column.setMaxWidth(wide);
    }
  }

  private void add(Section section) {
    if (!section.title().isEmpty()) {
      Label title = new Label(section.title());
      title.getStyleClass().add("check-title");
      title.setWrapText(true);
      title.setMinHeight(USE_PREF_SIZE);
      add(title, 0, getRowCount(), COLUMNS, 1);
    }
    heads(section.columns());
    boolean wide = section.columns().size() < COLUMNS;
    section.rows().forEach(row -> add(row, wide));
  }

  private void heads(List<String> columns) {
    int at = getRowCount();
    Region ground = new Region();
    ground.getStyleClass().add("check-heads");
    add(ground, 0, at, COLUMNS, 1);
    for (int i = 0; i < columns.size(); i++) {
      Label head = new Label(columns.get(i));
      head.getStyleClass().add("check-head");
      head.setWrapText(true);
      head.setMinHeight(USE_PREF_SIZE);
      add(head, i, at);
    }
  }

  private void add(CheckRow row, boolean wide) {
    int at = getRowCount();
    add(new CheckRowGround(row), 0, at, COLUMNS, 1);
    put(CheckCells.key(row), 0, at, 1);
    put(CheckCells.operator(row), 1, at, 1);
    put(CheckCells.wants(row), 2, at, wide ? 2 : 1);
    if (wide) {
      StackPane copy = new StackPane(new CopyButton("member", String.join("\n", row.wants())));
      copy.getStyleClass().add("check-copy");
      put(copy, COLUMNS - 1, at, 1);
    } else {
      put(CheckCells.says(row), 3, at, 1);
      Badge badge = new Badge(row.mark().word(), row.mark().tone()).whole();
      StackPane result = new StackPane(badge);
      result.getStyleClass().add("check-result");
      result.setMouseTransparent(true);
      put(result, COLUMNS - 1, at, 1);
    }
  }

  private void put(Node cell, int column, int row, int columns) {
    cell.getStyleClass().add("check-cell");
    setValignment(cell, VPos.TOP);
    add(cell, column, row, columns, 1);
  }
}
