package dev.crosstrust.ui.explain;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One text that is pasted, and what is wrong with it. */
final class GivenText {
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  StringProperty text() {
    return text;
  }

  /** Empty when there is none. */
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  void problem(String sentence) {
    problem.set(sentence);
  }
}
