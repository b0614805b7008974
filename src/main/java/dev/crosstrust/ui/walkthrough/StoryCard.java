package dev.crosstrust.ui.walkthrough;

import dev.crosstrust.route.Direction;
import dev.crosstrust.ui.kit.Badge;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A story to choose: what it is about, how long it takes, how far the user is in it. */
final class StoryCard extends VBox {
  private final WalkthroughModel model;
  private final StoryModel story;
  private final Badge progress = new Badge("", Badge.Tone.NEUTRAL);
  private final Button first = new Button();
  private final Button anew = new Button("Start over");

  StoryCard(WalkthroughModel model, StoryModel story) {
    this.model = model;
    this.story = story;
    Story about = story.story();
    getStyleClass().addAll("panel", "story-card");
    setId("story-" + about.id());
    Label title = styled(about.title(), "story-title");
    Label summary = styled(about.summary(), "muted");
    HBox badges =
        new HBox(
            new Badge(words(about.direction()), Badge.Tone.NEUTRAL),
            new Badge(
                "%d steps · %d min".formatted(story.length(), about.minutes()), Badge.Tone.NEUTRAL),
            progress);
    badges.getStyleClass().add("badges");
    first.setId("walkthrough-start-" + about.id());
    first.setOnAction(_ -> begin());
    anew.setId("walkthrough-anew-" + about.id());
    anew.setAccessibleText("Start over: " + about.title());
    anew.setOnAction(_ -> model.start(story));
    anew.managedProperty().bind(anew.visibleProperty());
    progress.managedProperty().bind(progress.visibleProperty());
    HBox buttons = new HBox(first, anew);
    buttons.getStyleClass().add("buttons");
    getChildren().setAll(badges, title, summary, buttons);
    story.placeProperty().subscribe(_ -> show());
    model.toldProperty().subscribe(_ -> show());
  }

  /** Of several cards the first one starts by Enter. */
  void preferred() {
    first.setDefaultButton(true);
  }

  void focusFirst() {
    first.requestFocus();
  }

  private boolean told() {
    return model.toldProperty().get().filter(story::equals).isPresent();
  }

  private void begin() {
    if (told()) {
      model.leave();
    } else if (story.isBegun() && !story.isDone()) {
      model.resume(story);
    } else {
      model.start(story);
    }
  }

  private void show() {
    boolean between = story.isBegun() && !story.isDone();
    first.setText(told() ? "Leave" : story.isDone() ? "Replay" : between ? "Resume" : "Start");
    first.setAccessibleText(first.getText() + ": " + story.story().title());
    first.getStyleClass().remove("accent");
    if (!told() && !story.isDone()) {
      first.getStyleClass().add("accent");
    }
    anew.setVisible(between && !told());
    progress.setVisible(story.isBegun());
    progress.setText(
        story.isDone()
            ? "all done"
            : "%d of %d done".formatted(story.place().done(), story.length()));
    progress.tone(story.isDone() ? Badge.Tone.GOOD : Badge.Tone.NEUTRAL);
  }

  private static String words(Direction direction) {
    return switch (direction) {
      case GOOGLE_TO_AWS -> "Google → AWS";
      case AWS_TO_GOOGLE -> "AWS → Google";
    };
  }

  private static Label styled(String text, String styleClass) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
