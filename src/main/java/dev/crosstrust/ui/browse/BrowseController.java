package dev.crosstrust.ui.browse;

import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.kit.Shortcuts;
import dev.crosstrust.ui.kit.StatePane;
import dev.crosstrust.ui.task.Phase;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Puts keys, buttons and panes on the model. */
public final class BrowseController {
  private static final KeyCombination FILTER = KeyCombination.valueOf("Shortcut+F");
  private static final KeyCombination UP = KeyCombination.valueOf("Alt+Up");

  private final BrowseModel model;
  private final Chooser chooser;
  private final Timeline clock = new Timeline();

  @FXML private Parent root;
  @FXML private ComboBox<GoogleToAws> route;
  @FXML private Label expiry;
  @FXML private Button connect;
  @FXML private Button download;
  @FXML private Button upload;
  @FXML private Button copy;
  @FXML private Button up;
  @FXML private AddressBar address;
  @FXML private ToggleButton deep;
  @FXML private TextField filter;
  @FXML private StatePane body;
  @FXML private TransferPane transfer;

  @SuppressWarnings("NullAway.Init") // the loader sets the nodes before it calls initialize
  BrowseController(BrowseModel model, Chooser chooser) {
    this.model = model;
    this.chooser = chooser;
  }

  public BrowseModel getModel() {
    return model;
  }

  @FXML
  void initialize() {
    routes();
    address.follow(model);
    transfer.follow(model);
    filter.textProperty().bindBidirectional(model.getListing().filterProperty());
    deep.selectedProperty().bindBidirectional(model.getListing().deepProperty());
    body.follow(model.connectionProperty(), _ -> new ListingPane(model), model::disconnect);
    clock.setCycleCount(Animation.INDEFINITE);
    clock.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1), _ -> model.getExpiry().tick()));
    model
        .connectionProperty()
        .subscribe(
            phase -> {
              refresh();
              if (!(phase instanceof Phase.Ready || phase instanceof Phase.Working)) {
                connect.requestFocus();
              }
            });
    model.placeProperty().subscribe(_ -> refresh());
    model.selectedProperty().subscribe(_ -> refresh());
    model.getExpiry().stateProperty().subscribe(this::expiry);
    keys();
    // A table would take this for its own before the scene's accelerators see it.
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (UP.match(event)) {
            model.up();
            event.consume();
          }
        });
  }

  private void routes() {
    route.setItems(model.routes());
    route.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable GoogleToAws it) {
            return it == null ? "no route" : it.name() + " · " + Connection.roleOf(it);
          }

          @Override
          public @Nullable GoogleToAws fromString(String text) {
            return null;
          }
        });
    model.routeProperty().subscribe(chosen -> route.setValue(chosen.orElse(null)));
    route
        .valueProperty()
        .subscribe(
            chosen -> {
              if (!Optional.ofNullable(chosen).equals(model.routeProperty().get())) {
                model.routeProperty().set(Optional.ofNullable(chosen));
              }
            });
    model.routes().addListener((Observable _) -> route.setDisable(model.routes().isEmpty()));
  }

  private void refresh() {
    Phase<Connection> phase = model.connectionProperty().get();
    boolean there = phase instanceof Phase.Ready;
    boolean over = model.getExpiry().stateProperty().get() == ExpiryModel.State.OVER;
    boolean again = over || phase instanceof Phase.Refused || phase instanceof Phase.Broken;
    connect.setText(again ? "Connect again" : "Connect");
    connect.setVisible(!there || over);
    connect.setManaged(!there || over);
    connect.setDisable(model.routeProperty().get().isEmpty() || phase instanceof Phase.Working);
    download.setDisable(!there || model.selectedObject().isEmpty());
    upload.setDisable(!there || model.placeProperty().get().isRoot());
    copy.setDisable(!there || model.address().isRoot());
    up.setDisable(!there || model.placeProperty().get().isRoot());
    address.setDisable(!there);
    filter.setDisable(!there);
    deep.setDisable(!there || model.placeProperty().get().isRoot());
    if (there) {
      clock.play();
    } else {
      clock.stop();
    }
  }

  private void expiry(ExpiryModel.State state) {
    expiry.setVisible(state != ExpiryModel.State.UNKNOWN);
    expiry.setManaged(state != ExpiryModel.State.UNKNOWN);
    expiry.getStyleClass().removeAll("good", "unsure", "bad");
    switch (state) {
      case UNKNOWN -> {}
      case GOOD -> expiry.getStyleClass().add("good");
      case SOON -> expiry.getStyleClass().add("unsure");
      case OVER -> expiry.getStyleClass().add("bad");
    }
    refresh();
  }

  /** They hold while the screen is shown, and are given back to others when it is not. */
  private void keys() {
    Shortcuts shortcuts = new Shortcuts();
    shortcuts.run(KeyCombination.valueOf("Shortcut+L"), address::edit);
    shortcuts.run(FILTER, filter::requestFocus);
    Shortcuts.tell(filter, FILTER);
    shortcuts.fire(deep, KeyCombination.valueOf("Shortcut+B"));
    shortcuts.run(UP, this::up);
    Shortcuts.tell(up, UP, KeyCombination.valueOf("Backspace"));
    shortcuts.run(KeyCombination.valueOf("F5"), model::again);
    shortcuts.fire(download, KeyCombination.valueOf("Shortcut+D"));
    shortcuts.fire(upload, KeyCombination.valueOf("Shortcut+U"));
    shortcuts.fire(copy, KeyCombination.valueOf("Shortcut+Shift+C"));
    shortcuts.follow(root);
  }

  /** The screen is shown: what comes first is to connect. */
  void shown() {
    model.shown();
    if (model.connected().isEmpty()) {
      connect.requestFocus();
    }
  }

  @FXML
  void connect() {
    model.connect();
  }

  @FXML
  void up() {
    model.up();
  }

  @FXML
  void stop() {
    model.getListing().stop();
    // The button goes away; the keyboard stays with what has come.
    Node table = root.lookup("#browse-table");
    if (table != null) {
      table.requestFocus();
    }
  }

  @FXML
  void download() {
    model
        .selectedObject()
        .flatMap(
            object -> chooser.folder(window(), "Download %s into".formatted(object.uri().name())))
        .ifPresent(model::download);
  }

  @FXML
  void upload() {
    chooser
        .file(window(), "Upload to %s".formatted(model.placeProperty().get()))
        .ifPresent(model::upload);
  }

  private Window window() {
    return root.getScene().getWindow();
  }

  @FXML
  void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(model.address().toString());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
