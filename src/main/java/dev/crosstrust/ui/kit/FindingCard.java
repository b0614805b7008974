package dev.crosstrust.ui.kit;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Severity;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One finding: what happened, why we think so, what to do. */
public final class FindingCard extends HBox {
  private static final int GAP = 4;

  public FindingCard(Finding finding) {
    getStyleClass().addAll("finding-card", word(finding.severity()));
    setAccessibleText(finding.title());
    setFocusTraversable(true);
    VBox text = new VBox(label(finding.title(), "finding-title"));
    text.getStyleClass().add("finding-text");
    finding.because().forEach(line -> text.getChildren().add(label(line, "finding-because")));
    finding.fix().forEach(fix -> text.getChildren().add(fix(fix)));
    text.getChildren().add(label(footer(finding), "finding-footer"));
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().addAll(icon(finding.severity()), text);
  }

  private static VBox fix(Fix fix) {
    VBox box = new VBox(GAP, label("→ " + fix.text(), "finding-fix"));
    Stream.of(fix.aws(), fix.gcloud(), fix.terraform())
        .filter(FindingCard::given)
        .forEach(command -> box.getChildren().add(command(String.valueOf(command))));
    return box;
  }

  private static HBox command(String command) {
    Label text = label(command, "mono");
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(text, new CopyButton("command", command));
    line.getStyleClass().add("finding-command");
    return line;
  }

  private static boolean given(@Nullable String command) {
    return command != null;
  }

  private static String footer(Finding finding) {
    return finding.confidence() == Confidence.CERTAIN
        ? finding.id()
        : finding.id() + " · " + word(finding.confidence());
  }

  private static FontIcon icon(Severity severity) {
    FontIcon icon =
        new FontIcon(
            switch (severity) {
              case ERROR -> Feather.X_CIRCLE;
              case WARNING -> Feather.ALERT_TRIANGLE;
              case INFO -> Feather.INFO;
            });
    icon.getStyleClass().add("finding-icon");
    return icon;
  }

  private static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(styleClass);
    return label;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
