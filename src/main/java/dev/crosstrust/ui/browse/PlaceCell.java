package dev.crosstrust.ui.browse;

import dev.crosstrust.ui.kit.Visible;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A place by its name; a refused one with a sign and the word. */
final class PlaceCell extends TreeCell<Place> {
  private final FontIcon refusedIcon = new FontIcon(Feather.SLASH);
  private Subscription state = Subscription.EMPTY;

  PlaceCell(BrowseModel model) {
    getStyleClass().add("mono");
    setOnMouseClicked(
        _ -> {
          if (getItem() != null) {
            model.open(getItem().uri());
          }
        });
  }

  @Override
  protected void updateItem(@Nullable Place place, boolean empty) {
    super.updateItem(place, empty);
    state.unsubscribe();
    state = Subscription.EMPTY;
    if (place == null || empty) {
      setText(null);
      setGraphic(null);
      setTooltip(null);
      getStyleClass().remove("refused");
    } else {
      state = place.stateProperty().subscribe(now -> show(place, now));
    }
  }

  private void show(Place place, Place.State now) {
    boolean refused = now == Place.State.REFUSED;
    getStyleClass().remove("refused");
    if (refused) {
      getStyleClass().add("refused");
    }
    setText(place.words());
    setAccessibleText(place.words());
    setTooltip(new Tooltip(Visible.text(place.uri().toString()) + (refused ? ", refused" : "")));
    setGraphic(refused ? refusedIcon : null);
  }
}
