package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.StorageUri;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/** Where one is: as steps to go back by, or as a line to be typed. */
public final class AddressBar extends StackPane {
  private final TextField field = new TextField();

  public AddressBar() {
    getStyleClass().add("address");
    field.setId("browse-address");
    field.getStyleClass().add("mono");
    field.setAccessibleText(
        "Address of a bucket or prefix: Enter opens it, Tab completes what is known");
    field.setTooltip(new Tooltip("Enter opens it  Tab completes what is known  Esc goes back"));
    getChildren().add(field);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }

  void follow(BrowseModel model) {
    Crumbs crumbs = new Crumbs(model, this::edit);
    crumbs.visibleProperty().bind(field.visibleProperty().not());
    getChildren().addFirst(crumbs);
    Runnable show = () -> show(model, crumbs);
    model.placeProperty().subscribe(show);
    model.connectionProperty().subscribe(show);
    model.tables().placeProperty().subscribe(show);
    field.setOnAction(
        _ -> {
          if (model.openTyped(field.getText())) {
            show.run();
          }
        });
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          switch (event.getCode()) {
            case ESCAPE -> {
              show.run();
              event.consume();
            }
            case TAB -> complete(model, event);
            default -> {}
          }
        });
  }

  /** Where there is nothing to complete, the keyboard goes on. */
  private void complete(BrowseModel model, KeyEvent event) {
    if (event.isShiftDown() || event.isControlDown()) {
      return;
    }
    model
        .places()
        .completed(field.getText())
        .ifPresent(
            longer -> {
              field.setText(longer);
              field.end();
              event.consume();
            });
  }

  /** Makes the address a line to be typed, all of it selected. */
  void edit() {
    field.setVisible(true);
    field.requestFocus();
    field.selectAll();
  }

  private void show(BrowseModel model, Crumbs crumbs) {
    boolean there = model.getCan().isLook();
    StorageUri place = model.placeProperty().get();
    Optional<TablePlace> table = model.tables().placeProperty().get();
    boolean tables = model.tables().tables().isPresent();
    field.setText(there ? table.map(AddressBar::typed).orElse(place.toString()) : "");
    field.setPromptText(
        !there ? "Connect first" : tables ? "bucket/prefix/ or dataset.table" : "bucket/prefix/");
    field.end();
    crumbs.show(place);
    field.setVisible(place.isRoot() || !there || table.isPresent());
  }

  private static String typed(TablePlace at) {
    return at instanceof TablePlace.Project ? "" : at.words();
  }
}
