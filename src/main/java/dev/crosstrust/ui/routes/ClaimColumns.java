package dev.crosstrust.ui.routes;

import dev.crosstrust.route.Direction;
import dev.crosstrust.token.lens.Explanation;
import dev.crosstrust.ui.kit.WrappedCell;
import dev.crosstrust.ui.kit.WrappedName;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the token says and what the cloud that it is for makes of it, claim by claim. */
final class ClaimColumns {
  private static final double LEAST = 0.88;

  private ClaimColumns() {}

  static void addTo(TableView<Explanation> table, Direction direction) {
    table.getColumns().add(column("Claim", 132, ClaimColumns::code, Explanation::claim));
    table.getColumns().add(column("Value", 230, ClaimColumns::code, Explanation::shown));
    table.getColumns().add(read(direction));
    table
        .getColumns()
        .forEach(
            column -> {
              column.setMinWidth(column.getPrefWidth() * LEAST);
              column.setMaxWidth(column.getPrefWidth());
            });
    table.getColumns().add(column("Meaning", 420, ClaimColumns::prose, Explanation::meaning));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
  }

  /** How the other side addresses it. */
  private static TableColumn<Explanation, Explanation> read(Direction direction) {
    return switch (direction) {
      case GOOGLE_TO_AWS ->
          column("AWS condition key", 210, ClaimColumns::code, claim -> orDash(claim.awsKey()));
      case AWS_TO_GOOGLE ->
          column("Google CEL", 210, ClaimColumns::code, claim -> orDash(claim.cel()));
    };
  }

  private static String orDash(@Nullable String address) {
    return address == null ? "—" : address;
  }

  private static TableColumn<Explanation, Explanation> column(
      String title,
      double width,
      Function<String, Region> look,
      Function<Explanation, String> text) {
    TableColumn<Explanation, Explanation> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellFactory(_ -> new WrappedCell<>(claim -> new VBox(look.apply(text.apply(claim)))));
    return column;
  }

  private static Region code(String text) {
    return WrappedName.whole(text, "mono");
  }

  private static Region prose(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("claim-meaning");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
