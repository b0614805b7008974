package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.table.Column;
import dev.crosstrust.ui.kit.Visible;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is typed for one column, and what is wrong with it. An empty field is no value. */
final class ColumnField {
  private final Column column;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /** A column that wants a moment begins with this one. */
  ColumnField(Column column, Instant now) {
    this.column = column;
    text.subscribe(typed -> problem.set(wrong(typed)));
    if (isRequired()) {
      suggestion(now).ifPresent(text::set);
    }
  }

  private String wrong(String typed) {
    if (typed.isEmpty()) {
      return "";
    }
    try {
      Object _ = column.value(typed);
      return "";
    } catch (IllegalArgumentException e) {
      return Visible.text(String.valueOf(e.getMessage()));
    }
  }

  Column column() {
    return column;
  }

  boolean isRequired() {
    return column.mode() == Column.Mode.REQUIRED;
  }

  /** How a value is written. */
  String form() {
    return column.mode() == Column.Mode.REPEATED
        ? "a JSON array; each of it " + column.type().form()
        : column.type().form();
  }

  /** The moment, for a column that holds one. */
  Optional<String> suggestion(Instant now) {
    return column.suggestion(now);
  }

  StringProperty textProperty() {
    return text;
  }

  /** Why what is typed does not fit; empty when it does. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
