package dev.crosstrust.ui.kit;

import dev.crosstrust.finding.Fix;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * One way to mend something: what to do, what that does to who may enter, and the commands that do
 * it, to be copied; of one that lets more in, only by a second press.
 */
public final class FixBox extends VBox {
  private static final int GAP = 6;

  public FixBox(Fix fix) {
    this(fix, null, List.of(fix.text()), null);
    FindingText.commands(fix).forEach(command -> getChildren().add(command(command)));
  }

  /** One that changes a document. */
  FixBox(Change change) {
    this(change.fix(), change.after(), said(change), both(change));
  }

  /**
   * @param json the document as it would be; null where there is none
   * @param what it does, each in one sentence
   * @param shown in the place of the commands; null for these
   */
  private FixBox(Fix fix, @Nullable String json, List<String> what, @Nullable Node shown) {
    super(GAP, line(fix));
    Widening widening = new Widening(fix.effect(), what);
    CopyBar copies = new CopyBar(fix, json, widening);
    boolean copied = !copies.getChildren().isEmpty();
    getStyleClass().add(copied ? "fix-way" : "fix-words");
    if (copied) {
      getChildren().addAll(copies, widening.said());
    }
    if (shown != null) {
      getChildren().add(shown);
    }
  }

  private static List<String> said(Change change) {
    return change.changes().isEmpty() ? List.of(change.fix().text()) : change.changes();
  }

  private static SideBySide both(Change change) {
    SideBySide both =
        new SideBySide(change.name() + " now", change.before(), "Corrected", change.after());
    both.setAccessibleText(SideBySide.summary(change.before(), change.after()));
    return both;
  }

  private static HBox line(Fix fix) {
    Prose text = new Prose(fix.text(), "finding-fix");
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(text);
    line.getStyleClass().add("fix-line");
    if (fix.effect() != null) {
      line.getChildren().addFirst(EffectBadge.of(fix.effect()).whole());
    }
    return line;
  }

  private static Label command(String command) {
    Label text = new Label(command);
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    text.getStyleClass().addAll("mono", "fix-command");
    return text;
  }
}
