package dev.crosstrust.ui.kit;

import dev.crosstrust.ui.kit.Difference.Run;
import java.util.function.Function;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * One of two texts that differ, in the mono face: what is different is underlined and coloured, and
 * signs stand there for what cannot be seen.
 */
public final class DiffText extends TextFlow {
  private DiffText(Difference difference, Function<Run, String> side) {
    getStyleClass().add("diff-text");
    StringBuilder whole = new StringBuilder();
    for (Run run : difference.runs()) {
      String part = side.apply(run);
      if (!part.isEmpty()) {
        Text text = new Text(run.same() ? part : Difference.visible(part));
        text.getStyleClass().addAll("mono", run.same() ? "same" : "differs");
        getChildren().add(text);
        whole.append(part);
      }
    }
    setAccessibleText(whole.toString());
  }

  /** The text that was wanted. */
  public static DiffText wanted(Difference difference) {
    return new DiffText(difference, Run::wanted);
  }

  /** The text that is there instead. */
  public static DiffText had(Difference difference) {
    return new DiffText(difference, Run::had);
  }
}
