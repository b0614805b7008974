package dev.crosstrust.ui.browse;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How long the keys last, counted down while there are any. */
public final class ExpiryChip extends Label {
  private final Timeline clock = new Timeline();

  public ExpiryChip() {
    getStyleClass().addAll("chip", "expiry");
    setGraphic(new FontIcon(Feather.CLOCK));
    clock.setCycleCount(Animation.INDEFINITE);
  }

  void follow(ExpiryModel model) {
    textProperty().bind(model.wordsProperty());
    clock.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1), _ -> model.tick()));
    model.stateProperty().subscribe(this::show);
  }

  private void show(ExpiryModel.State state) {
    boolean known = state != ExpiryModel.State.UNKNOWN;
    setVisible(known);
    setManaged(known);
    getStyleClass().removeAll("good", "unsure", "bad");
    switch (state) {
      case UNKNOWN -> {}
      case GOOD -> getStyleClass().add("good");
      case SOON -> getStyleClass().add("unsure");
      case OVER -> getStyleClass().add("bad");
    }
    if (known) {
      clock.play();
    } else {
      clock.stop();
    }
  }
}
