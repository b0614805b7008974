package dev.crosstrust.ui.kit;

import dev.crosstrust.finding.Fix;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One way to mend something: what to do, and the commands that do it, each to be copied. */
public final class FixBox extends VBox {
  private static final int GAP = 4;

  public FixBox(Fix fix) {
    super(GAP, new Prose("→ " + fix.text(), "finding-fix"));
    FindingText.commands(fix).forEach(command -> getChildren().add(command(command)));
  }

  private static HBox command(String command) {
    Label text = new Label(command);
    text.setWrapText(true);
    text.getStyleClass().add("mono");
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(text, new CopyButton("command", command));
    line.getStyleClass().add("finding-command");
    return line;
  }
}
