package dev.crosstrust.ui.walkthrough;

import dev.crosstrust.ui.kit.Badge;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.FadeTransition;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The card beside what a step is about: what to do, why, and the way on. */
final class Callout extends VBox {
  static final double WIDTH = 340;
  private static final Duration COME = Duration.millis(140);

  private final Label number = label("callout-number");
  private final Badge done = new Badge("done", Badge.Tone.GOOD);
  private final Label title = label("callout-title");
  private final Label text = label("callout-text");
  private final Label keys = label("callout-keys");
  private final Button back = new Button("Back");
  private final Button next = new Button();
  private final FadeTransition come = new FadeTransition(COME, this);

  /**
   * @param home goes to the screen of the walkthrough
   */
  Callout(WalkthroughModel model, Runnable home) {
    getStyleClass().add("callout");
    setId("walkthrough-card");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    setManaged(false);
    Button end = new Button("Leave");
    end.setId("walkthrough-leave");
    end.getStyleClass().add("flat");
    end.setAccessibleText("Leave the walkthrough");
    end.setTooltip(new Tooltip("Leave the walkthrough; it is resumed from its screen"));
    end.setOnAction(
        _ -> {
          model.leave();
          home.run();
        });
    back.setId("walkthrough-back");
    back.setAccessibleText("Back to the step before");
    back.setOnAction(_ -> model.back());
    next.setId("walkthrough-next");
    next.setOnAction(
        _ -> {
          model.next();
          if (model.toldProperty().get().isEmpty()) {
            home.run();
          }
        });
    HBox head = new HBox(number, space(), done);
    head.getStyleClass().add("callout-row");
    HBox foot = new HBox(end, space(), back, next);
    foot.getStyleClass().add("callout-row");
    getChildren().setAll(head, title, text, keys, foot);
    come.setFromValue(0);
    come.setToValue(1);
  }

  /**
   * @param toScreen the keys that go to the step's screen
   */
  void show(StoryModel story, StoryModel.Place place, String toScreen) {
    Step step = place.step();
    boolean another = !title.getText().equals(step.title());
    number.setText("Step %d of %d".formatted(place.number() + 1, story.length()));
    done.setVisible(place.reached());
    title.setText(step.title());
    text.setText(step.text());
    keys.setText(
        Stream.concat(Stream.of(toScreen), step.keys().stream().map(KeyCombination::getDisplayText))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining("  ·  ", "Keys  ", "  ·  F6 goes to the control")));
    back.setDisable(place.number() == 0);
    next(story, place.reached());
    setAccessibleText(
        "%s: %s.%s %s %s"
            .formatted(
                number.getText(),
                step.title(),
                place.reached() ? " Done." : "",
                step.text(),
                keys.getText()));
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    if (another) {
      come.playFromStart();
    }
  }

  private void next(StoryModel story, boolean reached) {
    String on = story.isLast() ? "Finish" : "Continue";
    next.setText(reached ? on : story.isLast() ? "Finish without it" : "Skip step");
    next.setAccessibleText(
        reached ? "Done: %s. %s".formatted(title.getText(), on) : next.getText());
    next.getStyleClass().remove("accent");
    if (reached) {
      next.getStyleClass().add("accent");
    }
  }

  /** What is wanted next: to read, or to go on. */
  void take() {
    if (done.isVisible()) {
      next.requestFocus();
    } else {
      requestFocus();
    }
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private static Label label(String styleClass) {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
