package dev.crosstrust.ui.kit;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Severity;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One finding: what happened, why we think so, what to do. Where room is scarce it is told in brief
 * and opens where it stands, by its button or by Enter.
 */
public final class FindingCard extends HBox {
  private static final int GAP = 4;

  /** How much of a finding is told before it is opened. */
  public enum Brief {
    /** What happened. */
    TITLE,
    /** What happened, and the first reasons to think so: of an error more than of others. */
    REASONS;

    private int reasons(Finding finding) {
      int most = finding.severity() == Severity.ERROR ? 2 : 1;
      return this == TITLE ? 0 : Math.min(most, finding.because().size());
    }
  }

  private final Finding finding;
  private final List<String> told;
  private final VBox text = new VBox();
  private final Button more = new Button();

  /** All of a finding. */
  public FindingCard(Finding finding) {
    this(finding, finding.because().size());
    text.getChildren().addAll(rest(List.of()));
  }

  /**
   * A finding in brief.
   *
   * @param open whether the rest of it is shown now
   */
  public FindingCard(Finding finding, Brief brief, BooleanProperty open) {
    this(finding, brief.reasons(finding));
    int told = brief.reasons(finding);
    getStyleClass().add("brief");
    VBox rest = new VBox();
    rest.getStyleClass().add("finding-text");
    rest.getChildren().setAll(rest(finding.because().subList(told, finding.because().size())));
    rest.visibleProperty().bind(open);
    rest.managedProperty().bind(open);
    text.getChildren().add(rest);
    more.getStyleClass().addAll("small", "finding-more");
    if (brief == Brief.REASONS && finding.severity() == Severity.ERROR) {
      more.getStyleClass().add("accent");
    }
    more.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    more.setOnAction(_ -> open.set(!open.get()));
    open.subscribe(this::name);
    getChildren().add(more);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private FindingCard(Finding finding, int reasons) {
    this.finding = finding;
    told = finding.because().subList(0, reasons);
    getStyleClass().addAll("finding-card", word(finding.severity()));
    setFocusTraversable(true);
    text.getStyleClass().add("finding-text");
    text.getChildren().add(new Prose(finding.title(), "finding-title"));
    text.getChildren().addAll(because(told));
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().addAll(icon(finding.severity()), text, help());
    setAccessibleText(Prose.plain(finding.title()));
  }

  /** What is told here. */
  public Finding finding() {
    return finding;
  }

  /** The reasons that are there before it is opened. */
  List<String> told() {
    return told;
  }

  /** Has its button show the ways to mend it elsewhere; the card is in brief then, and stays so. */
  void showFix(Runnable elsewhere) {
    name(false);
    more.setOnAction(_ -> elsewhere.run());
  }

  private void pressed(KeyEvent event) {
    if (equals(event.getTarget())) {
      switch (event.getCode()) {
        case ENTER, SPACE -> {
          more.fire();
          event.consume();
        }
        default -> {}
      }
    }
  }

  private void name(boolean open) {
    String what = finding.fix().isEmpty() ? "Show more" : "Show fix";
    more.setText(open ? "Show less" : what);
    more.setAccessibleText("%s: %s".formatted(more.getText(), Prose.plain(finding.title())));
  }

  private List<Prose> because(List<String> reasons) {
    return reasons.stream().map(line -> new Prose(line, "finding-because")).toList();
  }

  private List<Node> rest(List<String> reasons) {
    VBox rest = new VBox(GAP);
    rest.getChildren().addAll(because(reasons));
    finding.fix().forEach(fix -> rest.getChildren().add(new FixBox(fix)));
    Prose footer = new Prose(FindingText.footer(finding), "finding-footer");
    HBox.setHgrow(footer, Priority.ALWAYS);
    HBox foot = new HBox(footer, new CopyButton("finding", FindingText.whole(finding)));
    foot.getStyleClass().add("finding-foot");
    rest.getChildren().add(foot);
    return List.of(rest);
  }

  private Button help() {
    Button help = new Button("", new FontIcon(Feather.HELP_CIRCLE));
    help.getStyleClass().addAll("flat", "finding-help");
    help.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    help.setTooltip(new Tooltip("What is this?"));
    help.setAccessibleText("What is this? Help on " + finding.id());
    help.setOnAction(_ -> help.fireEvent(new HelpWanted(finding.id())));
    return help;
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

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
