package dev.crosstrust.ui.routes.form;

import dev.crosstrust.route.file.RouteKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.application.Platform;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Names at the left, their values at the right, and below each what is to be said of it. */
final class FieldGrid extends GridPane {
  private static final int NAMES_WIDTH = 108;

  private final Map<RouteKey, Control> controls = new EnumMap<>(RouteKey.class);
  private int row;

  FieldGrid() {
    getStyleClass().add("field-grid");
    ColumnConstraints names = new ColumnConstraints(NAMES_WIDTH);
    names.setHgrow(Priority.NEVER);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setFillWidth(true);
    values.setMinWidth(0);
    getColumnConstraints().setAll(names, values);
  }

  /** The heading of what follows. */
  void heading(String text) {
    Label heading = new Label(text);
    heading.getStyleClass().add("section-title");
    add(heading, 0, row++, 2, 1);
  }

  /**
   * One value.
   *
   * @param name a letter after an underscore goes there with Alt
   */
  void add(FieldModel field, String name, Control control, Message message) {
    String id = field.key().name().toLowerCase(Locale.ROOT).replace('_', '-');
    control.setId("route-form-" + id);
    control.setAccessibleText(name.replace("_", ""));
    control.setMaxWidth(Double.MAX_VALUE);
    if (control instanceof ComboBox<?> box) {
      box.getEditor().setAccessibleText(control.getAccessibleText());
    }
    control.accessibleHelpProperty().bind(message.textProperty());
    message.setId("route-form-" + id + "-message");
    Label label = new Label(name);
    label.setMnemonicParsing(true);
    label.setLabelFor(control);
    label.getStyleClass().add("field-name");
    GridPane.setValignment(label, VPos.TOP);
    VBox value = new VBox(control, message);
    value.getStyleClass().add("field-value");
    for (Node part : List.of(label, value)) {
      part.visibleProperty().bind(field.countingProperty());
      part.managedProperty().bind(part.visibleProperty());
    }
    add(label, 0, row);
    add(value, 1, row++);
    controls.put(field.key(), control);
  }

  /** A scroll pane has its content in the window only after it has been laid out once. */
  void focusWhenShown(RouteKey key) {
    Control control = Objects.requireNonNull(controls.get(key));
    control
        .sceneProperty()
        .addListener(
            (_, _, scene) -> {
              if (scene != null) {
                Platform.runLater(control::requestFocus);
              }
            });
  }
}
