package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.Entry;
import dev.crosstrust.ui.kit.Visible;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A name, with a sign of what it is. */
final class NameCell extends TableCell<Entry, Entry> {
  private static final double WIDEST = 560;

  private final EntriesModel entries;
  private final FontIcon icon = new FontIcon();
  private final Tooltip whole = new Tooltip();

  NameCell(EntriesModel entries) {
    this.entries = entries;
    getStyleClass().add("name");
    whole.setWrapText(true);
    whole.setMaxWidth(WIDEST);
  }

  @Override
  protected void updateItem(@Nullable Entry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (entry == null || empty) {
      setText(null);
      setGraphic(null);
      setTooltip(null);
      return;
    }
    String name = Visible.text(entries.nameOf(entry));
    setText(name);
    icon.setIconCode(
        switch (entry) {
          case Entry.Bucket _ -> Feather.ARCHIVE;
          case Entry.Prefix _ -> Feather.FOLDER;
          case Entry.StoredObject _ -> Feather.FILE;
        });
    setGraphic(icon);
    whole.setText(name);
    setTooltip(whole);
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
