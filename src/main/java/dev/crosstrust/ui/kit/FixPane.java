package dev.crosstrust.ui.kit;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How to mend what was found: in words, as commands, and the document as it would be right. */
public final class FixPane extends BorderPane {
  private static final int GAP = 6;

  private final Button close = new Button("Close");

  /**
   * @param change where a document can be shown as it would be right
   * @param closed called once it is to go: by its button or Escape
   */
  public FixPane(Finding finding, Optional<Change> change, Runnable closed) {
    getStyleClass().add("fix-pane");
    setId("fix-pane");
    close.setId("fix-close");
    close.setAccessibleText("Close the fix");
    close.setTooltip(new Tooltip("Back to what was found  Esc"));
    close.setMinWidth(USE_PREF_SIZE);
    close.setOnAction(_ -> closed.run());
    Prose title = new Prose(finding.title(), "finding-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox head = new HBox(title, close);
    head.getStyleClass().add("fix-head");
    setTop(head);
    ScrollPane scroll = new ScrollPane(body(finding, change));
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("edge-to-edge");
    FocusFollower.on(scroll);
    setCenter(scroll);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            closed.run();
          }
        });
  }

  /** To be called once it is in the window. */
  public void focusFirst() {
    close.requestFocus();
  }

  private static VBox body(Finding finding, Optional<Change> change) {
    VBox body = new VBox();
    body.getStyleClass().add("fix-body");
    finding.because().forEach(line -> body.getChildren().add(new Prose(line, "muted")));
    change.ifPresent(it -> body.getChildren().add(changed(it)));
    finding.fix().stream()
        .filter(fix -> change.stream().noneMatch(it -> it.fix().equals(fix)))
        .forEach(fix -> body.getChildren().add(fix(fix)));
    HBox foot = new HBox(new Prose(FindingText.footer(finding), "finding-footer"));
    foot.getChildren().add(new CopyButton("finding", FindingText.whole(finding)));
    foot.getStyleClass().add("finding-foot");
    body.getChildren().add(foot);
    return body;
  }

  private static Node fix(Fix fix) {
    Widening widening = new Widening(fix.effect(), List.of(fix.text()));
    return way(fix, new CopyBar(fix, null, widening), widening, null);
  }

  private static Node changed(Change change) {
    List<String> what =
        change.changes().isEmpty() ? List.of(change.fix().text()) : change.changes();
    Widening widening = new Widening(change.fix().effect(), what);
    SideBySide both =
        new SideBySide(change.name() + " now", change.before(), "Corrected", change.after());
    both.setAccessibleText(SideBySide.summary(change.before(), change.after()));
    CopyBar copies = new CopyBar(change.fix(), change.after(), widening);
    return way(change.fix(), copies, widening, both);
  }

  private static Node way(Fix fix, CopyBar copies, Widening widening, @Nullable Node shown) {
    Prose text = new Prose(fix.text(), "finding-fix");
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(text);
    line.getStyleClass().add("fix-line");
    if (fix.effect() != null) {
      line.getChildren().addFirst(EffectBadge.of(fix.effect()).whole());
    }
    VBox way = new VBox(GAP, line);
    way.getChildren().addAll(copies, widening.said());
    if (shown == null) {
      Stream.of(fix.aws(), fix.gcloud(), fix.terraform())
          .flatMap(Stream::ofNullable)
          .forEach(command -> way.getChildren().add(command(command)));
    } else {
      way.getChildren().add(shown);
    }
    way.getStyleClass().add("fix-way");
    return way;
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
