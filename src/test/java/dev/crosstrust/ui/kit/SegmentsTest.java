package dev.crosstrust.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.ui.Toolkit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SegmentsTest {
  private final StringProperty chosen = new SimpleStringProperty("one");
  private final List<String> asked = new ArrayList<>();

  @BeforeAll
  static void start() {
    Toolkit.start();
  }

  @Test
  void anArrowKeyChoosesAsAPressDoes() {
    Toolkit.run(
        () -> {
          ToggleButton one = new ToggleButton("One");
          ToggleButton two = new ToggleButton("Two");
          Segments.of(Map.of(one, "one", two, "two"), chosen, this::choose);
          Stage stage = shown(one, two);
          press(one, KeyCode.RIGHT);
          assertThat(asked).containsExactly("two");
          assertThat(two.isSelected()).isTrue();
          press(two, KeyCode.SPACE);
          assertThat(asked).containsExactly("two");
          assertThat(two.isSelected()).isTrue();
          stage.close();
        });
  }

  @Test
  void whatIsNotTakenIsNotShownAsChosen() {
    Toolkit.run(
        () -> {
          ToggleButton one = new ToggleButton("One");
          ToggleButton two = new ToggleButton("Two");
          Segments.of(Map.of(one, "one", two, "two"), chosen, asked::add);
          two.fire();
          assertThat(asked).containsExactly("two");
          assertThat(one.isSelected()).isTrue();
          assertThat(two.isSelected()).isFalse();
        });
  }

  private void choose(String value) {
    asked.add(value);
    chosen.set(value);
  }

  private static Stage shown(ToggleButton one, ToggleButton two) {
    Stage stage = new Stage();
    stage.setScene(new Scene(new HBox(one, two)));
    stage.show();
    Toolkit.settle(stage.getScene());
    one.requestFocus();
    return stage;
  }

  private static void press(ToggleButton button, KeyCode code) {
    for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
      Event.fireEvent(button, new KeyEvent(type, "", "", code, false, false, false, false));
    }
  }
}
