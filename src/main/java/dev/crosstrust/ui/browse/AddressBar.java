package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.StorageUri;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Where one is: as steps to go back by, or as a line to be typed. */
public final class AddressBar extends StackPane {
  private final HBox crumbs = new HBox();
  private final TextField field = new TextField();

  public AddressBar() {
    getStyleClass().add("address");
    crumbs.getStyleClass().add("crumbs");
    crumbs.setOnMouseClicked(_ -> edit());
    field.setId("browse-address");
    field.getStyleClass().add("mono");
    field.setAccessibleText("Address: s3://bucket/prefix/, Enter opens it");
    field.setPromptText("s3://bucket/prefix/");
    getChildren().addAll(crumbs, field);
  }

  void follow(BrowseModel model) {
    model.placeProperty().subscribe(place -> show(model, place));
    field.setOnAction(
        _ -> {
          if (model.openTyped(field.getText())) {
            show(model, model.placeProperty().get());
          }
        });
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            show(model, model.placeProperty().get());
            event.consume();
          }
        });
  }

  /** Makes the address a line to be typed, all of it selected. */
  void edit() {
    typing(true);
    field.requestFocus();
    field.selectAll();
  }

  private void show(BrowseModel model, StorageUri place) {
    field.setText(place.toString());
    field.end();
    crumbs.getChildren().clear();
    for (StorageUri step : steps(place)) {
      if (!crumbs.getChildren().isEmpty() && !step.parent().isRoot()) {
        crumbs.getChildren().add(new Label("/"));
      }
      crumbs.getChildren().add(crumb(model, step, step.equals(place)));
    }
    typing(place.isRoot());
  }

  private void typing(boolean wanted) {
    field.setVisible(wanted);
    crumbs.setVisible(!wanted);
  }

  private static Hyperlink crumb(BrowseModel model, StorageUri step, boolean last) {
    Hyperlink crumb = new Hyperlink(step.isRoot() ? "s3://" : step.name().replaceFirst("/$", ""));
    crumb.getStyleClass().add("mono");
    if (last) {
      crumb.getStyleClass().add("here");
    }
    crumb.setAccessibleText("Go to " + step);
    crumb.setOnAction(_ -> model.open(step));
    return crumb;
  }

  private static List<StorageUri> steps(StorageUri place) {
    List<StorageUri> steps = new ArrayList<>();
    StorageUri step = place;
    while (!step.isRoot()) {
      steps.add(step);
      step = step.parent();
    }
    steps.add(step);
    Collections.reverse(steps);
    return steps;
  }
}
