package dev.crosstrust.ui.kit;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A cell of several lines, as high as they need at the column's width. */
public final class WrappedCell<S> extends TableCell<S, S> {
  private final Function<S, VBox> lines;

  /**
   * @param lines what to show of a row, wrapping
   */
  public WrappedCell(Function<S, VBox> lines) {
    this.lines = lines;
    getStyleClass().add("wrapped-cell");
  }

  @Override
  protected void updateItem(@Nullable S row, boolean empty) {
    super.updateItem(row, empty);
    setGraphic(row == null || empty ? null : lines.apply(row));
    requestLayout();
  }

  /** A table asks for heights without saying the width. */
  @Override
  protected double computePrefHeight(double width) {
    if (!(getGraphic() instanceof VBox box)) {
      return super.computePrefHeight(width);
    }
    double inside = getTableColumn().getWidth() - snappedLeftInset() - snappedRightInset();
    return snappedTopInset() + box.prefHeight(inside) + snappedBottomInset();
  }
}
