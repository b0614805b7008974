package dev.crosstrust.ui.lens;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The fields in which a request is written: a name above a control. */
final class AskField {
  private AskField() {}

  /**
   * One of them.
   *
   * @param name a letter after an underscore goes there with Alt
   */
  static VBox of(String name, Control control) {
    control.setMaxWidth(Double.MAX_VALUE);
    control.setAccessibleText(name.replace("_", ""));
    return named(name, control, control);
  }

  /** One of several parts. */
  static VBox named(String name, Node shown, Control first) {
    Label label = new Label(name);
    label.setMnemonicParsing(true);
    label.setLabelFor(first);
    label.getStyleClass().add("field-name");
    VBox field = new VBox(label, shown);
    field.getStyleClass().add("field");
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  /** As wide as it must be, and no wider. */
  static void slim(VBox field) {
    field.getStyleClass().setAll("slim-field");
    field.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(field, Priority.NEVER);
  }

  static HBox row(Node... fields) {
    HBox row = new HBox(fields);
    row.getStyleClass().add("fields");
    HBox.setHgrow(row, Priority.ALWAYS);
    return row;
  }

  static TextField text(String id, StringProperty value) {
    TextField text = new TextField();
    text.setId(id);
    text.getStyleClass().add("mono");
    text.textProperty().bindBidirectional(value);
    return text;
  }
}
