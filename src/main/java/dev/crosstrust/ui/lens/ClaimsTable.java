package dev.crosstrust.ui.lens;

import static dev.crosstrust.ui.lens.Tables.column;
import static dev.crosstrust.ui.lens.Tables.line;

import dev.crosstrust.ui.kit.Shortcuts;
import dev.crosstrust.ui.kit.WrappedName;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** The claims: what they are, and what they mean to the cloud that reads them. */
final class ClaimsTable {
  private static final String COPIES = Shortcuts.words(Tables.COPY) + " copies the value";
  private static final int CLAIM = 124;

  /** Twenty digits: ids of accounts must not break. */
  private static final int LEAST_VALUE = 176;

  /** An issuer's address in one line, where there is room for it. */
  private static final int VALUE = 232;

  /** From this width on there is. */
  private static final int WIDE = 700;

  private final TableView<ClaimRow> table = Tables.table("Claims", ClaimRow::value);
  private final BooleanProperty cel = new SimpleBooleanProperty();

  ClaimsTable(LensModel model) {
    table.setId("claims");
    table.setItems(model.claims());
    TableColumn<ClaimRow, ClaimRow> claim = column("Claim", CLAIM, ClaimsTable::name);
    TableColumn<ClaimRow, ClaimRow> value = column("Value", LEAST_VALUE, ClaimsTable::value);
    table.getColumns().add(claim);
    table.getColumns().add(value);
    table.getColumns().add(column("What it means here", VALUE, this::meaning));
    fix(claim, CLAIM);
    table
        .widthProperty()
        .subscribe(width -> fix(value, width.doubleValue() < WIDE ? LEAST_VALUE : VALUE));
    table.setRowFactory(_ -> new Row());
    table.getSelectionModel().selectedItemProperty().subscribe(model::seen);
    cel.subscribe(table::refresh);
  }

  /** The last column has the rest. */
  private static void fix(TableColumn<?, ?> column, double width) {
    column.setMinWidth(width);
    column.setMaxWidth(width);
    column.setPrefWidth(width);
  }

  TableView<ClaimRow> table() {
    return table;
  }

  /** Whether Google's way to address each claim is shown too. */
  BooleanProperty celProperty() {
    return cel;
  }

  private static VBox name(ClaimRow row) {
    return new VBox(WrappedName.whole(row.claim(), "mono", "claim-name"));
  }

  private static VBox value(ClaimRow row) {
    VBox lines = new VBox(WrappedName.whole(row.value(), "mono"));
    if (!row.time().isEmpty()) {
      lines.getChildren().add(line(row.time(), "mono", "muted"));
    }
    return lines;
  }

  private VBox meaning(ClaimRow row) {
    VBox lines = new VBox(row.awsKey().isEmpty() ? told(row) : read(row));
    if (cel.get() && !row.cel().isEmpty()) {
      lines.getChildren().addAll(address(row.cel()));
    }
    return lines;
  }

  /** What may change as time goes on. */
  private static Label told(ClaimRow row) {
    Label meaning = line("", "muted");
    meaning.textProperty().bind(row.meaning());
    return meaning;
  }

  /** With AWS's condition key told apart where it is mentioned, or added. */
  private static TextFlow read(ClaimRow row) {
    String meaning = row.meaning().get();
    String key = row.awsKey();
    String words = meaning.contains(key) ? meaning : meaning + "\nAWS condition key " + key;
    TextFlow flow = new TextFlow();
    int from = 0;
    for (int at = words.indexOf(key); at >= 0; at = words.indexOf(key, from)) {
      flow.getChildren().addAll(text(words.substring(from, at)), code(key));
      from = at + key.length();
    }
    flow.getChildren().add(text(words.substring(from)));
    return flow;
  }

  /** A long one in lines of its own: text layout would break it anywhere. */
  private static List<Node> address(String cel) {
    return cel.contains("[")
        ? List.of(line("In Google's CEL", "muted"), WrappedName.whole(cel, "mono"))
        : List.of(new TextFlow(text("In Google's CEL "), code(cel)));
  }

  private static Text text(String words) {
    Text text = new Text(words);
    text.getStyleClass().add("muted-text");
    return text;
  }

  private static Text code(String address) {
    Text code = new Text(address);
    code.getStyleClass().addAll("mono", "plain-text");
    return code;
  }

  /** Says the whole claim to those who hear the table. */
  private static final class Row extends TableRow<ClaimRow> {
    @Override
    protected void updateItem(@Nullable ClaimRow row, boolean empty) {
      super.updateItem(row, empty);
      if (row == null || empty) {
        setAccessibleText(null);
        setTooltip(null);
      } else {
        setAccessibleText(row.spoken());
        String cel = row.cel().isEmpty() ? "" : "In Google's CEL: %s\n".formatted(row.cel());
        setTooltip(new Tooltip(cel + COPIES));
      }
    }
  }
}
