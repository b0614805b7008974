package dev.crosstrust.ui.lens;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.token.Reading;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.TokenReader;
import dev.crosstrust.token.lens.TokenComparison;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** A second token beside the first. */
public final class ComparisonModel {
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable TokenComparison> comparison =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Finding> problem = new ReadOnlyObjectWrapper<>();
  private @Nullable Token left;

  /** Whether the second token is being waited for. */
  BooleanProperty openProperty() {
    return open;
  }

  /** The two, claim by claim; null while there are not two. */
  ReadOnlyObjectProperty<@Nullable TokenComparison> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /** Why the second text is no token; null where it is one. */
  ReadOnlyObjectProperty<@Nullable Finding> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Another first token: the comparison is over. */
  void left(@Nullable Token token) {
    left = token;
    close();
  }

  /** Waits for the second token. */
  void open() {
    if (left != null) {
      problem.set(null);
      open.set(true);
    }
  }

  /** Takes a text for the second token. */
  void read(String text) {
    Token first = left;
    if (first == null) {
      return;
    }
    switch (TokenReader.read(text)) {
      case Reading.Decoded(Token second) -> {
        problem.set(null);
        comparison.set(TokenComparison.of(first, second));
        open.set(false);
      }
      case Reading.Unreadable unreadable -> problem.set(unreadable.finding());
    }
  }

  /** Back to the one token. */
  void close() {
    open.set(false);
    problem.set(null);
    comparison.set(null);
  }
}
