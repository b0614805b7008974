package dev.crosstrust.ui.routes;

import dev.crosstrust.token.lens.Explanation;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** What the token says and what AWS makes of it, claim by claim. */
final class ClaimColumns {
  private static final double LEAST = 0.8;

  private ClaimColumns() {}

  static void addTo(TableView<Explanation> table) {
    table.getColumns().add(column("Claim", 100, "mono", Explanation::claim));
    table.getColumns().add(column("Value", 230, "mono", ClaimColumns::value));
    table.getColumns().add(column("AWS condition key", 210, "mono", ClaimColumns::key));
    table
        .getColumns()
        .forEach(
            column -> {
              column.setMinWidth(column.getPrefWidth() * LEAST);
              column.setMaxWidth(column.getPrefWidth());
            });
    table.getColumns().add(column("Meaning", 420, "claim-meaning", Explanation::meaning));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
  }

  private static String value(Explanation claim) {
    return claim.value().isString() ? claim.value().asString() : claim.value().toString();
  }

  private static String key(Explanation claim) {
    return claim.awsKey() == null ? "—" : claim.awsKey();
  }

  private static TableColumn<Explanation, String> column(
      String title, double width, String styleClass, Function<Explanation, String> text) {
    TableColumn<Explanation, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellFactory(_ -> new Wrapping(styleClass));
    return column;
  }

  /** A cell that grows with its text instead of cutting it off. */
  private static final class Wrapping extends TableCell<Explanation, String> {
    private final Label label = new Label();

    Wrapping(String styleClass) {
      label.getStyleClass().add(styleClass);
      label.setWrapText(true);
      label.maxWidthProperty().bind(widthProperty().subtract(16));
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      label.setText(empty ? "" : text);
      setGraphic(empty ? null : label);
    }

    @Override
    protected double computePrefHeight(double width) {
      return label.prefHeight(getWidth() - 16) + 12;
    }
  }
}
