package dev.crosstrust.ui.browse;

import javafx.collections.ListChangeListener;
import javafx.scene.control.TreeItem;

/** A place in the tree; it grows with what is found below it. */
final class PlaceItem extends TreeItem<Place> {
  private final BrowseModel model;

  PlaceItem(BrowseModel model, Place place) {
    super(place);
    this.model = model;
    place.below().forEach(this::add);
    place
        .below()
        .addListener(
            (ListChangeListener<Place>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().forEach(this::add);
                    if (change.wasRemoved()) {
                      getChildren().removeIf(it -> change.getRemoved().contains(it.getValue()));
                    }
                  }
                });
    expandedProperty().subscribe(this::look);
  }

  private void add(Place place) {
    getChildren().add(new PlaceItem(model, place));
  }

  /** Unfolding what has not been seen yet opens it, but not on the way to the place shown. */
  private void look(boolean expanded) {
    boolean onTheWay =
        getValue().uri().isRoot()
            || model.placeProperty().get().toString().startsWith(getValue().uri().toString());
    if (expanded && !onTheWay && getValue().stateProperty().get() == Place.State.UNSEEN) {
      model.open(getValue().uri());
    }
  }

  /** What has not been seen may hold something. */
  @Override
  public boolean isLeaf() {
    return getValue().stateProperty().get() != Place.State.UNSEEN && getChildren().isEmpty();
  }
}
