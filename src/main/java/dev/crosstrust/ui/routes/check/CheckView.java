package dev.crosstrust.ui.routes.check;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.ui.kit.Badge;
import dev.crosstrust.ui.kit.Prose;
import dev.crosstrust.ui.routes.check.CheckTable.Fact;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A check to be read: the table, what else was looked at, and where what was judged is from. */
public final class CheckView {
  private CheckView() {}

  /** As high as its text. */
  public static VBox content(LocalCheck check) {
    CheckTable table = CheckTable.of(check);
    VBox all = new VBox(new CheckGrid(table.sections(), check instanceof LocalCheck.OfPool));
    all.getStyleClass().add("check-view");
    all.setMinWidth(0);
    table.facts().forEach(fact -> all.getChildren().add(line(fact)));
    table.sources().forEach(source -> all.getChildren().add(new Prose(source, "muted")));
    return all;
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
