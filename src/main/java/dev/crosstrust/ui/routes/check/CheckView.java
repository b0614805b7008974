package dev.crosstrust.ui.routes.check;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.ui.kit.Badge;
import dev.crosstrust.ui.kit.Prose;
import dev.crosstrust.ui.routes.check.CheckTable.Fact;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A check to be read: the table, what else was looked at, and where what was judged is from. */
public final class CheckView extends VBox {
  private final CheckGrid grid;

  private CheckView(LocalCheck check) {
    CheckTable table = CheckTable.of(check);
    grid = new CheckGrid(table.sections(), check instanceof LocalCheck.OfPool);
    getStyleClass().add("check-view");
    setMinWidth(0);
    getChildren().add(grid);
    table.facts().forEach(fact -> getChildren().add(line(fact)));
    table.sources().forEach(source -> getChildren().add(new Prose(source, "muted")));
  }

  /** As high as its text. */
  public static CheckView content(LocalCheck check) {
    return new CheckView(check);
  }

  /** What is to be looked at first; empty where nothing keeps the token out. */
  Optional<Node> firstMiss() {
    return grid.firstMiss();
  }

  private static HBox line(Fact fact) {
    Badge badge = new Badge(fact.mark().word(), fact.mark().tone()).whole();
    String code = fact.value().isEmpty() ? "" : " `%s`".formatted(fact.value());
    Prose words = new Prose(fact.name() + code + sentence(fact.because()), "muted");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    HBox line = new HBox(badge, words);
    line.getStyleClass().add("check-fact");
    line.setAccessibleText(fact.spoken());
    return line;
  }

  private static String sentence(String because) {
    return because.isEmpty() ? "" : " · " + because;
  }
}
