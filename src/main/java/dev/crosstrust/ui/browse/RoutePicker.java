package dev.crosstrust.ui.browse;

import dev.crosstrust.route.Route;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.scene.control.ComboBox;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Which saved route is gone. */
public final class RoutePicker extends ComboBox<Route> {
  public RoutePicker() {
    getStyleClass().add("chip-choice");
    setConverter(new Names());
    skinProperty()
        .subscribe(
            skin -> {
              if (skin instanceof ComboBoxListViewSkin<?> list) {
                list.getPopupContent().setAccessibleText("Saved routes");
              }
            });
  }

  void follow(ChoiceModel model) {
    setItems(model.routes());
    model.chosenProperty().subscribe(chosen -> setValue(chosen.orElse(null)));
    valueProperty()
        .subscribe(
            value -> {
              // Nothing is shown for a moment while the list is read anew.
              if (value != null) {
                model.chosenProperty().set(Optional.of(value));
              }
            });
    model.routes().addListener((Observable _) -> setDisable(model.routes().isEmpty()));
    setDisable(model.routes().isEmpty());
  }

  private static final class Names extends StringConverter<Route> {
    @Override
    public String toString(@Nullable Route route) {
      return route == null ? "no route" : route.name() + " · " + route.becomes();
    }

    @Override
    public @Nullable Route fromString(String text) {
      return null;
    }
  }
}
