package dev.crosstrust.ui.kit;

import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/** Buttons of which exactly one is chosen: by a press, the space bar, or an arrow key. */
public final class Segments<T> {
  private final Map<ToggleButton, T> values;
  private final ObservableValue<T> chosen;
  private final ToggleGroup group = new ToggleGroup();

  private Segments(Map<ToggleButton, T> values, ObservableValue<T> chosen) {
    this.values = values;
    this.chosen = chosen;
  }

  /**
   * Makes buttons show a value, and choose it.
   *
   * @param choose may leave the value as it is
   */
  public static <T> void of(
      Map<ToggleButton, T> values, ObservableValue<T> chosen, Consumer<T> choose) {
    Segments<T> segments = new Segments<>(values, chosen);
    values.keySet().forEach(button -> button.setToggleGroup(segments.group));
    chosen.subscribe(_ -> segments.show());
    segments.group.selectedToggleProperty().subscribe(now -> segments.pressed(now, choose));
  }

  private void show() {
    values.forEach(
        (button, value) -> {
          if (value.equals(chosen.getValue())) {
            group.selectToggle(button);
          }
        });
  }

  /** Pressing the chosen one again does not take it away. */
  private void pressed(@Nullable Toggle now, Consumer<T> choose) {
    T value = now instanceof ToggleButton button ? values.get(button) : null;
    if (value != null && !value.equals(chosen.getValue())) {
      choose.accept(value);
    }
    show();
  }
}
