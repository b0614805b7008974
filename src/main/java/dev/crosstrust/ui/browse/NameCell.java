package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.Entry;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A name, with a sign of what it is. */
final class NameCell extends TableCell<Entry, String> {
  private final FontIcon icon = new FontIcon();

  NameCell() {
    getStyleClass().add("name");
  }

  @Override
  protected void updateItem(@Nullable String name, boolean empty) {
    super.updateItem(name, empty);
    Entry entry = empty ? null : getTableRow().getItem();
    if (name == null || entry == null) {
      setText(null);
      setGraphic(null);
      return;
    }
    setText(name);
    icon.setIconCode(
        switch (entry) {
          case Entry.Bucket _ -> Feather.ARCHIVE;
          case Entry.Prefix _ -> Feather.FOLDER;
          case Entry.StoredObject _ -> Feather.FILE;
        });
    setGraphic(icon);
    setAccessibleText(name + kind(entry));
  }

  private static String kind(Entry entry) {
    return switch (entry) {
      case Entry.Bucket _ -> ", bucket";
      case Entry.Prefix _ -> ", prefix";
      case Entry.StoredObject _ -> ", object";
    };
  }
}
