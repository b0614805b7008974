package dev.crosstrust.ui.lens;

import static dev.crosstrust.ui.lens.Tables.column;

import dev.crosstrust.token.lens.TokenComparison;
import dev.crosstrust.token.lens.TokenComparison.Result;
import dev.crosstrust.token.lens.TokenComparison.Row;
import dev.crosstrust.ui.kit.Badge;
import dev.crosstrust.ui.kit.Badge.Tone;
import dev.crosstrust.ui.kit.WrappedName;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Two tokens, claim by claim. */
final class ComparisonPane extends VBox {
  private static final int CLAIM = 124;
  private static final int VALUE = 200;
  private static final int RESULT = 124;

  ComparisonPane(ComparisonModel model, TokenComparison two) {
    getStyleClass().add("report");
    Button close = new Button("Close comparison");
    close.setId("close-comparison");
    close.getStyleClass().add("small");
    close.setOnAction(_ -> model.close());
    long differing = two.claims().stream().filter(row -> row.result() != Result.SAME).count();
    String title =
        differing == 0
            ? "All %d claims are the same".formatted(two.claims().size())
            : "%d of %d claims differ".formatted(differing, two.claims().size());
    TableView<Row> table =
        Tables.table("Comparison", row -> "%s\t%s".formatted(words(row, true), words(row, false)));
    table.setId("comparison");
    table.setItems(FXCollections.observableList(two.claims()));
    table
        .getColumns()
        .add(
            column(
                "Claim",
                CLAIM,
                row -> new VBox(WrappedName.whole(row.claim(), "mono", "claim-name"))));
    table.getColumns().add(column("This token", VALUE, row -> side(row, true)));
    table.getColumns().add(column("Second token", VALUE, row -> side(row, false)));
    table.getColumns().add(column("Result", RESULT, ComparisonPane::result));
    table.getColumns().getFirst().setMinWidth(CLAIM);
    table.setRowFactory(_ -> new Spoken());
    setVgrow(table, Priority.ALWAYS);
    getChildren()
        .setAll(
            ReportPane.head(title, close),
            table,
            ReportPane.below(
                this, FXCollections.observableList(two.findings()), FXCollections.observableSet()));
  }

  private static VBox side(Row row, boolean left) {
    return new VBox(WrappedName.whole(words(row, left), "mono"));
  }

  private static String words(Row row, boolean left) {
    String text = Values.text(left ? row.left() : row.right());
    return text.isEmpty() ? "–" : text;
  }

  private static VBox result(Row row) {
    Badge badge = new Badge(word(row.result()), tone(row.result()));
    return new VBox(badge);
  }

  private static Tone tone(Result result) {
    return result == Result.SAME ? Tone.NEUTRAL : Tone.UNSURE;
  }

  private static String word(Result result) {
    return switch (result) {
      case SAME -> "same";
      case DIFFERENT -> "different";
      case LEFT_ONLY -> "only in this";
      case RIGHT_ONLY -> "only in second";
    };
  }

  /** Says the whole row to those who hear the table. */
  private static final class Spoken extends TableRow<Row> {
    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      setAccessibleText(
          row == null || empty
              ? null
              : "%s, %s: %s, %s"
                  .formatted(row.claim(), word(row.result()), words(row, true), words(row, false)));
    }
  }
}
