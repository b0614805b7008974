package dev.crosstrust.ui.browse;

import dev.crosstrust.ui.kit.Visible;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** BigQuery beside the buckets: the datasets and tables that are known, and a way to the rest. */
final class TablesTree extends TreeView<TablePlace> {
  private static final double HEIGHT = 180;

  private final TablesModel model;

  TablesTree(TablesModel model) {
    this.model = model;
    setId("browse-tables");
    setAccessibleText("BigQuery: datasets and tables");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setCellFactory(_ -> new Cell());
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            open(getSelectionModel().getSelectedItem());
            event.consume();
          }
        });
    model.known().addListener((Observable _) -> grow());
    grow();
    model.placeProperty().subscribe(this::select);
  }

  private void open(@Nullable TreeItem<TablePlace> item) {
    if (item != null) {
      model.open(item.getValue());
    }
  }

  private void grow() {
    model
        .root()
        .ifPresent(
            root -> {
              setRoot(grown(root));
              select(model.placeProperty().get());
            });
  }

  private TreeItem<TablePlace> grown(TablePlace at) {
    TreeItem<TablePlace> item = new TreeItem<>(at);
    item.setExpanded(true);
    model.below(at).forEach(below -> item.getChildren().add(grown(below)));
    return item;
  }

  private void select(Optional<TablePlace> place) {
    getSelectionModel().clearSelection();
    for (int row = 0; row < getExpandedItemCount(); row++) {
      if (place.filter(getTreeItem(row).getValue()::equals).isPresent()) {
        getSelectionModel().select(row);
      }
    }
  }

  /** A place by its own name. */
  private final class Cell extends TreeCell<TablePlace> {
    Cell() {
      getStyleClass().add("mono");
      setOnMouseClicked(_ -> TablesTree.this.open(getTreeItem()));
    }

    @Override
    protected void updateItem(@Nullable TablePlace at, boolean empty) {
      super.updateItem(at, empty);
      setText(at == null || empty ? null : name(at));
      setGraphic(at instanceof TablePlace.Project ? new FontIcon(Feather.DATABASE) : null);
    }

    private static String name(TablePlace at) {
      return switch (at) {
        case TablePlace.Project _ -> "BigQuery";
        case TablePlace.Dataset(var name) -> Visible.text(name.dataset());
        case TablePlace.Table(var name) -> Visible.text(name.table());
      };
    }
  }
}
