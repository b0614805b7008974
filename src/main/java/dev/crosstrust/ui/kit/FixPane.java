package dev.crosstrust.ui.kit;

import dev.crosstrust.finding.Finding;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How to mend what was found: in words, as commands, and the document as it would be right. */
public final class FixPane extends BorderPane {
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
    change.ifPresent(it -> body.getChildren().add(new FixBox(it)));
    finding.fix().stream()
        .filter(fix -> change.stream().noneMatch(it -> it.fix().equals(fix)))
        .forEach(fix -> body.getChildren().add(new FixBox(fix)));
    HBox foot = new HBox(new Prose(FindingText.footer(finding), "finding-footer"));
    foot.getChildren().add(new CopyButton("finding", FindingText.whole(finding)));
    foot.getStyleClass().add("finding-foot");
    body.getChildren().add(foot);
    return body;
  }
}
