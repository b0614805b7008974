package dev.crosstrust.ui.shell;

import dev.crosstrust.ui.kit.Screen;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All keys on one sheet: those of the window, and those of the screen that is shown. */
final class CheatSheet extends Overlay {
  private static final int GAP = 8;

  private final List<Screen> screens;

  CheatSheet(List<Screen> screens) {
    this.screens = screens;
  }

  void open(@Nullable Screen shown) {
    GridPane grid = new GridPane(2 * GAP, GAP);
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    ColumnConstraints keys = new ColumnConstraints();
    keys.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().setAll(words, keys);
    section(grid, "Everywhere", window());
    if (shown != null && !shown.actions().isEmpty()) {
      section(
          grid,
          shown.title(),
          shown.actions().stream()
              .map(action -> new Line(action.name(), Keys.words(action.keys())))
              .filter(line -> !line.keys().isEmpty())
              .toList());
    }
    Label title = styled("Keys", "title-4");
    Button close = new Button("Close keys");
    close.setId("cheat-sheet-close");
    close.setCancelButton(true);
    close.setOnAction(_ -> close());
    VBox box = new VBox(title, grid, close);
    box.getStyleClass().add("cheat-sheet");
    box.setAccessibleText("Keys");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    show(box, close);
  }

  private record Line(String words, String keys) {}

  private List<Line> window() {
    List<Line> lines = new ArrayList<>();
    for (Screen screen : screens) {
      String keys = Keys.words(Keys.of(screens.indexOf(screen)));
      lines.add(new Line("Go to " + screen.title(), keys));
    }
    lines.add(new Line("Go anywhere, do anything", Keys.words(Keys.PALETTE)));
    lines.add(new Line("Go to the walkthrough's card, and back", Keys.words(Keys.GUIDE)));
    lines.add(new Line("Show this sheet", Keys.words(Keys.CHEAT_SHEET) + " or ?"));
    lines.add(new Line("Look up a finding by its id", Keys.words(Keys.HELP)));
    lines.add(new Line("Close the window", Keys.words(Keys.CLOSE)));
    lines.add(new Line("Close what lies over the window", "Esc"));
    return lines;
  }

  private static void section(GridPane grid, String title, List<Line> lines) {
    grid.add(styled(title, "section-title"), 0, grid.getRowCount(), 2, 1);
    for (Line line : lines) {
      grid.addRow(grid.getRowCount(), new Label(line.words()), styled(line.keys(), "keys"));
    }
  }

  private static Label styled(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
