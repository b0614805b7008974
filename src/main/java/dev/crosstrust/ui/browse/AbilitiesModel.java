package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.ui.task.Phase;
import java.util.function.BooleanSupplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What can be done as things stand. */
public final class AbilitiesModel {
  private final BrowseModel model;
  private final ReadOnlyBooleanWrapper connect = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper needConnecting = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper connectWords = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper look = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper goUp = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper download = new ReadOnlyBooleanWrapper();

  AbilitiesModel(BrowseModel model) {
    this.model = model;
    Observable phase = model.connectionProperty();
    Observable expiry = model.expiry().stateProperty();
    Observable choice = model.choice().chosenProperty();
    Observable place = model.placeProperty();
    Observable selected = model.selectedProperty();
    bind(connect, () -> isChosen() && !isConnecting(), phase, choice);
    bind(needConnecting, () -> !isThere() || isEnding(), phase, expiry);
    connectWords.bind(
        Bindings.createStringBinding(
            () -> isSecondTime() ? "Connect again" : "Connect", phase, expiry, place));
    bind(look, this::isThere, phase);
    Observable table = model.tables().placeProperty();
    bind(goUp, () -> isAmongBuckets() && !at().isRoot(), phase, place, table);
    bind(
        download,
        () -> isAmongBuckets() && model.selectedObject().isPresent(),
        phase,
        selected,
        table);
  }

  private static void bind(
      ReadOnlyBooleanWrapper property, BooleanSupplier value, Observable... on) {
    property.bind(Bindings.createBooleanBinding(value::getAsBoolean, on));
  }

  private boolean isThere() {
    return model.connectionProperty().get() instanceof Phase.Ready;
  }

  private boolean isAmongBuckets() {
    return isThere() && !model.tables().isShown();
  }

  private boolean isConnecting() {
    return model.connectionProperty().get() instanceof Phase.Working;
  }

  private boolean isChosen() {
    return model.choice().chosenProperty().get().isPresent();
  }

  private StorageUri at() {
    return model.placeProperty().get();
  }

  private boolean isEnding() {
    return switch (model.expiry().stateProperty().get()) {
      case SOON, OVER -> true;
      case UNKNOWN, GOOD -> false;
    };
  }

  private boolean isSecondTime() {
    return isThere()
        || !at().isRoot()
        || model.connectionProperty().get() instanceof Phase.Refused
        || model.connectionProperty().get() instanceof Phase.Broken;
  }

  /** Whether there is a route that can be gone now. */
  public ReadOnlyBooleanProperty connectProperty() {
    return connect.getReadOnlyProperty();
  }

  public boolean isConnect() {
    return connect.get();
  }

  /** Whether there are no keys, or not for long any more. */
  public ReadOnlyBooleanProperty needConnectingProperty() {
    return needConnecting.getReadOnlyProperty();
  }

  public boolean isNeedConnecting() {
    return needConnecting.get();
  }

  public ReadOnlyStringProperty connectWordsProperty() {
    return connectWords.getReadOnlyProperty();
  }

  public String getConnectWords() {
    return connectWords.get();
  }

  /** Whether places can be gone to. */
  public ReadOnlyBooleanProperty lookProperty() {
    return look.getReadOnlyProperty();
  }

  public boolean isLook() {
    return look.get();
  }

  /** Whether one is in a bucket: there is something above, and something can be put there. */
  public ReadOnlyBooleanProperty goUpProperty() {
    return goUp.getReadOnlyProperty();
  }

  public boolean isGoUp() {
    return goUp.get();
  }

  public ReadOnlyBooleanProperty downloadProperty() {
    return download.getReadOnlyProperty();
  }

  public boolean isDownload() {
    return download.get();
  }
}
