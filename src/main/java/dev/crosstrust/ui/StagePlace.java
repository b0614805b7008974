package dev.crosstrust.ui;

import dev.crosstrust.ui.settings.WindowMemory;
import dev.crosstrust.ui.settings.WindowPlace;
import java.util.stream.Stream;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts a window where it was, and remembers where it is. */
final class StagePlace {
  private static final int LEAST_WIDTH = 1024;
  private static final int LEAST_HEIGHT = 680;

  private final Stage stage;
  private final WindowMemory memory;

  StagePlace(Stage stage, WindowMemory memory) {
    this.stage = stage;
    this.memory = memory;
  }

  /** A place that no screen shows any more is left to the system. */
  void restore() {
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    WindowPlace remembered = memory.state().place();
    if (remembered != null) {
      remembered
          .on(Screen.getScreens().stream().map(Screen::getVisualBounds).toList())
          .ifPresent(this::put);
    }
    Stream.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
        .forEach(property -> property.addListener(_ -> seen()));
    stage.maximizedProperty().addListener(_ -> seen());
  }

  private void put(WindowPlace place) {
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setWidth(place.width());
    stage.setHeight(place.height());
    stage.setMaximized(place.maximised());
  }

  /** While it is maximised, the place that it had before is kept. */
  private void seen() {
    WindowPlace before = memory.state().place();
    if (stage.isMaximized() && before != null) {
      memory.place(new WindowPlace(before.x(), before.y(), before.width(), before.height(), true));
    } else if (stage.isShowing() && !Double.isNaN(stage.getWidth())) {
      memory.place(
          new WindowPlace(
              stage.getX(),
              stage.getY(),
              stage.getWidth(),
              stage.getHeight(),
              stage.isMaximized()));
    }
  }
}
