package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.ui.kit.Visible;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Understands what is typed as an address: a bucket and what follows it, or a table. */
final class TypedModel {
  private final TablesModel tables;
  private final Consumer<StorageUri> open;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /**
   * @param open goes to a place
   */
  TypedModel(TablesModel tables, Consumer<StorageUri> open) {
    this.tables = tables;
    this.open = open;
  }

  /** Goes there; tells whether there was an address to go to. */
  boolean open(Connection there, String text) {
    try {
      if (tables.openTyped(text)) {
        clear();
        return true;
      }
      StorageUri at = StorageUri.parse(text.contains("://") ? text : there.root() + text);
      if (at.scheme() == there.root().scheme()) {
        open.accept(at);
        return true;
      }
      problem.set(
          "%s opens %s only: it leads to another cloud's storage"
              .formatted(there.route().name(), there.root()));
    } catch (IllegalArgumentException e) {
      problem.set(Visible.text(String.valueOf(e.getMessage())));
    }
    return false;
  }

  /** What was wrong is over: one has gone elsewhere. */
  void clear() {
    problem.set("");
  }

  /** Why what was typed is no address. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
