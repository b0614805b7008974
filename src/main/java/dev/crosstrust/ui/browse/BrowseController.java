package dev.crosstrust.ui.browse;

import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.kit.StatePane;
import dev.crosstrust.ui.kit.Visible;
import dev.crosstrust.ui.task.Phase;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/** Puts the screen's parts on the model, and lends the keyboard from one to the other. */
public final class BrowseController {
  private final BrowseModel model;
  private final Chooser chooser;

  @FXML private Parent root;
  @FXML private RoutePicker route;
  @FXML private ExpiryChip expiry;
  @FXML private Button connect;
  @FXML private AddressBar address;
  @FXML private ToggleButton deep;
  @FXML private TextField filter;
  @FXML private StatePane body;
  @FXML private TransferPane transfer;
  @FXML private CopiedNote copied;
  @FXML private Label status;

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
    route.follow(model.choice());
    expiry.follow(model.expiry());
    address.follow(model);
    transfer.follow(model.transfers());
    filter.textProperty().bindBidirectional(model.getListing().entries().filterProperty());
    deep.selectedProperty().bindBidirectional(model.getListing().deepProperty());
    body.follow(
        model.connectionProperty(),
        _ -> new ListingPane(model, chooser),
        model::connectingCancelled);
    model.connectionProperty().subscribe(_ -> leadKeyboard());
    connect.disabledProperty().subscribe(_ -> leadKeyboard());
    model
        .getListing()
        .deniedProperty()
        .subscribe(denied -> denied.filter(it -> it.at().isRoot()).ifPresent(_ -> address.edit()));
    // It speaks of the buckets' listing.
    model.tables().placeProperty().subscribe(at -> status.setVisible(at.isEmpty()));
    Deed.showTips(root);
    // A table would take it for its own before the scene's accelerators see it.
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (Deed.UP.keys().match(event)) {
            model.up();
            event.consume();
          }
        });
  }

  /** What comes next without a connection is to connect. */
  private void leadKeyboard() {
    switch (model.connectionProperty().get()) {
      case Phase.Ready<Connection> _, Phase.Working<Connection> _ -> {}
      case Phase.Empty<Connection> _, Phase.Refused<Connection> _, Phase.Broken<Connection> _ ->
          connect.requestFocus();
    }
  }

  /** The screen is shown. */
  void shown() {
    model.shown();
    leadKeyboard();
  }

  /** Does what its button does, if that may be pressed now. */
  void run(Deed deed) {
    switch (deed) {
      case ADDRESS -> {
        if (model.getCan().isLook()) {
          address.edit();
        }
      }
      case FILTER -> filter.requestFocus();
      case CONNECT, UP, AGAIN, DEEP, DOWNLOAD, UPLOAD, COPY, COPY_COMMAND -> {
        if (root.lookup("#" + deed.control()) instanceof ButtonBase button && button.isManaged()) {
          button.fire();
        }
      }
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
  void again() {
    model.again();
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
            object ->
                chooser.folder(
                    window(), "Download %s into".formatted(Visible.text(object.uri().name()))))
        .ifPresent(model::download);
  }

  @FXML
  void upload() {
    chooser
        .file(
            window(),
            "Upload to %s".formatted(Visible.text(model.placeProperty().get().toString())))
        .ifPresent(model::upload);
  }

  private Window window() {
    return root.getScene().getWindow();
  }

  @FXML
  void copy() {
    copied.copy(model.copying().address());
  }

  @FXML
  void copyCommand() {
    model.copying().command().ifPresent(copied::copy);
  }
}
