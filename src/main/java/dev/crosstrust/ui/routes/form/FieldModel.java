package dev.crosstrust.ui.routes.form;

import dev.crosstrust.route.file.RouteKey;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One value of the form, and what is wrong with it. */
final class FieldModel {
  private final RouteKey key;
  private final StringProperty text;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper counting = new ReadOnlyBooleanWrapper(true);
  private String wrong = "";
  private boolean touched;
  private boolean edited;
  private boolean suggesting;

  /**
   * @param kept whether it is somebody's own value already, not to be filled by itself
   */
  FieldModel(RouteKey key, String value, boolean kept) {
    this.key = key;
    this.edited = kept;
    text = new SimpleStringProperty(value);
    text.addListener(_ -> changed());
  }

  RouteKey key() {
    return key;
  }

  /** What is written there. */
  StringProperty textProperty() {
    return text;
  }

  String text() {
    return Objects.requireNonNullElse(text.get(), "");
  }

  /** The sentence to be shown at it; empty while nobody has been there. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether it belongs to the route as it is; what does not is kept on screen only. */
  ReadOnlyBooleanProperty countingProperty() {
    return counting.getReadOnlyProperty();
  }

  void counts(boolean so) {
    counting.set(so);
  }

  /** What somebody has written; empty where it was filled by itself. */
  Optional<String> written() {
    return edited ? Optional.of(text()) : Optional.empty();
  }

  /** As if somebody wrote there. */
  void write(String value) {
    text.set(value);
  }

  /** Somebody has been there and gone on. */
  void left() {
    touched = true;
    problem.set(wrong);
  }

  /** Fills it, unless somebody has written there. */
  void suggest(String value) {
    if (!edited) {
      suggesting = true;
      text.set(value);
      suggesting = false;
    }
  }

  void wrong(String sentence) {
    wrong = sentence;
    problem.set(touched ? sentence : "");
  }

  private void changed() {
    if (!suggesting) {
      edited = true;
      touched = true;
    }
  }
}
