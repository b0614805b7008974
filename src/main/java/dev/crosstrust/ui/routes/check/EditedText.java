package dev.crosstrust.ui.routes.check;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One text that is judged, and may be changed here. */
final class EditedText {
  private final String name;
  private final String hint;
  private final String original;
  private final int lines;
  private final StringProperty text;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /**
   * @param hint how it is written
   * @param original what was read
   * @param lines that it has room for; 0 for as many as there is room
   */
  EditedText(String name, String hint, String original, int lines) {
    this.name = name;
    this.hint = hint;
    this.original = original;
    this.lines = lines;
    this.text = new SimpleStringProperty(original);
  }

  String name() {
    return name;
  }

  String hint() {
    return hint;
  }

  int lines() {
    return lines;
  }

  StringProperty textProperty() {
    return text;
  }

  String text() {
    return text.get() == null ? "" : text.get();
  }

  /** Why it cannot be judged, and where; empty when it can. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  void problem(String sentence) {
    problem.set(sentence);
  }

  boolean edited() {
    return !text().equals(original);
  }

  void back() {
    text.set(original);
  }
}
