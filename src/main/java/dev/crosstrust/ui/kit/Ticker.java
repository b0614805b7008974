package dev.crosstrust.ui.kit;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * Does something again and again while a node can be seen: nobody reads numbers on a screen that is
 * not shown, and a timeline that goes on would keep a closed window for ever.
 */
public final class Ticker {
  private final Timeline timeline = new Timeline();
  private final Duration every;
  private Runnable tick = () -> {};
  private boolean started;
  private boolean seen;

  /**
   * @param of in a window that is shown, or the ticks wait
   */
  public Ticker(Node of, Duration every) {
    this.every = every;
    timeline.setCycleCount(Animation.INDEFINITE);
    of.sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe(this::seen);
  }

  /** Does this from now on; for the first time when the first interval is over. */
  public void start(Runnable what) {
    tick = what;
    started = true;
    timeline.stop();
    timeline.getKeyFrames().setAll(new KeyFrame(every, _ -> what.run()));
    play();
  }

  /** Until it is started again. */
  public void stop() {
    started = false;
    timeline.stop();
  }

  /** Who comes back sees what became of it meanwhile. */
  private void seen(boolean now) {
    seen = now;
    if (!now) {
      timeline.stop();
    } else if (started) {
      tick.run();
      play();
    }
  }

  private void play() {
    if (started && seen) {
      timeline.playFromStart();
    }
  }
}
