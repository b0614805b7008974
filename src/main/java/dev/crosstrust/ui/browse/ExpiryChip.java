package dev.crosstrust.ui.browse;

import dev.crosstrust.ui.kit.Ticker;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How long the keys last, counted down while there are any. */
public final class ExpiryChip extends Label {
  private final Ticker clock = new Ticker(this, Duration.seconds(1));

  public ExpiryChip() {
    getStyleClass().addAll("chip", "expiry");
    setGraphic(new FontIcon(Feather.CLOCK));
  }

  void follow(ExpiryModel model) {
    textProperty().bind(model.wordsProperty());
    model.stateProperty().subscribe(state -> show(model, state));
  }

  private void show(ExpiryModel model, ExpiryModel.State state) {
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
      clock.start(model::tick);
    } else {
      clock.stop();
    }
  }
}
