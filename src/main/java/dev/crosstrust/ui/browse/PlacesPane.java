package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.StorageUri;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The tree of buckets and prefixes, and a word when the buckets may not be listed. */
final class PlacesPane extends VBox {
  private final TreeView<Place> tree;

  PlacesPane(BrowseModel model) {
    getStyleClass().add("places");
    tree = new TreeView<>(new PlaceItem(model, model.places().root()));
    tree.setId("browse-places");
    tree.setShowRoot(false);
    tree.setAccessibleText("Buckets");
    tree.setCellFactory(_ -> new PlaceCell(model));
    tree.setOnKeyPressed(
        event -> {
          TreeItem<Place> chosen = tree.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && chosen != null) {
            model.open(chosen.getValue().uri());
            event.consume();
          } else if (event.getCode() == KeyCode.BACK_SPACE) {
            model.up();
            event.consume();
          }
        });
    VBox.setVgrow(tree, Priority.ALWAYS);
    Label note =
        new Label(
            "These keys may not list all buckets. That is normal: type a bucket's address above;"
                + " those you open are kept here.");
    note.setId("browse-no-buckets");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    note.getStyleClass().addAll("muted", "note");
    Place root = model.places().root();
    root.stateProperty()
        .subscribe(
            state -> {
              note.setVisible(state == Place.State.REFUSED);
              note.setManaged(state == Place.State.REFUSED);
            });
    getChildren().addAll(note, tree);
    if (model.tables().tables().isPresent()) {
      getChildren().add(new TablesTree(model.tables()));
    }
    model.placeProperty().subscribe(this::select);
    model
        .getListing()
        .phaseProperty()
        .subscribe(
            _ -> {
              tree.refresh();
              select(model.placeProperty().get());
            });
    model.getListing().deniedProperty().subscribe(_ -> select(model.placeProperty().get()));
  }

  private void select(StorageUri place) {
    TreeItem<Place> item = find(tree.getRoot(), place);
    if (item == null) {
      tree.getSelectionModel().clearSelection();
    } else {
      tree.getSelectionModel().select(item);
    }
  }

  private static @Nullable TreeItem<Place> find(TreeItem<Place> from, StorageUri place) {
    for (TreeItem<Place> item : from.getChildren()) {
      if (item.getValue().uri().equals(place)) {
        return item;
      }
      TreeItem<Place> below = find(item, place);
      if (below != null) {
        return below;
      }
    }
    return null;
  }
}
