package dev.crosstrust.ui.kit;

import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Words that are done with once they are read: they fade by themselves. What needs an answer or
 * stays true belongs on its screen.
 */
public final class Notices extends VBox {
  private static final int GAP = 8;
  private static final int WIDTH = 420;
  private static final Insets ABOVE_STATUS_LINE = new Insets(0, 20, 44, 0);
  private static final Duration READ = Duration.seconds(4);
  private static final Duration FADE = Duration.millis(400);

  public Notices() {
    super(GAP);
    setId("notices");
    setAlignment(Pos.BOTTOM_RIGHT);
    setPadding(ABOVE_STATUS_LINE);
    setPickOnBounds(false);
    setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.TEXT);
  }

  /** Shows this for a while; screen readers are told at once. */
  public void say(String text) {
    Label notice = new Label(text);
    notice.getStyleClass().add("notice");
    notice.setWrapText(true);
    notice.setMaxWidth(WIDTH);
    notice.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().add(notice);
    setAccessibleText(text);
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    FadeTransition fade = new FadeTransition(FADE, notice);
    fade.setToValue(0);
    SequentialTransition life = new SequentialTransition(new PauseTransition(READ), fade);
    life.setOnFinished(_ -> getChildren().remove(notice));
    life.play();
  }
}
