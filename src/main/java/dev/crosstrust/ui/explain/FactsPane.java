package dev.crosstrust.ui.explain;

import dev.crosstrust.ui.kit.CopyButton;
import dev.crosstrust.ui.kit.Visible;
import dev.crosstrust.ui.kit.WrappedName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Names and values, a line each, with what is long to be copied. */
final class FactsPane extends VBox {
  /** A value of more characters is shown by its beginning. */
  private static final int LONG = 240;

  FactsPane(String title, List<Facts> facts) {
    getStyleClass().addAll("panel", "facts-panel");
    Label head = new Label(title);
    head.getStyleClass().add("section-title");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(new ColumnConstraints(), values);
    facts.forEach(fact -> add(grid, fact));
    getChildren().setAll(head, grid);
    setFocusTraversable(true);
    setAccessibleText(
        title
            + facts.stream()
                .map(fact -> "%s %s".formatted(fact.name(), fact.value()).strip())
                .collect(Collectors.joining(", ", ": ", "")));
  }

  private static void add(GridPane grid, Facts fact) {
    Label name = new Label(fact.name());
    name.getStyleClass().add("muted");
    name.setMinWidth(USE_PREF_SIZE);
    Region value = value(fact);
    if (fact.value().length() > LONG) {
      Tooltip.install(value, new Tooltip("Shortened; the button copies all of it"));
    }
    grid.addRow(grid.getRowCount(), name, value);
    if (fact.code()) {
      grid.add(
          new CopyButton(fact.name().toLowerCase(Locale.ROOT), fact.value()),
          2,
          grid.getRowCount() - 1);
    }
  }

  /** Whoever wrote the text chose its characters: names are broken at their joints only. */
  private static Region value(Facts fact) {
    String shown = Visible.text(shortened(fact.value()));
    if (fact.code()) {
      return WrappedName.whole(shown, "mono");
    }
    Label value = new Label(shown);
    value.setWrapText(true);
    value.setMinHeight(USE_PREF_SIZE);
    value.setMaxWidth(Double.MAX_VALUE);
    return value;
  }

  private static String shortened(String value) {
    return value.length() > LONG ? value.substring(0, LONG) + "…" : value;
  }
}
