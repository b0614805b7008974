package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Phase;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Leads the screen's parts: which route, which place, what of it. Asks nothing unless told to. */
public final class BrowseModel {
  private final ChoiceModel choice;
  private final ConnectionModel connection;
  private final PlacesModel places = new PlacesModel();
  private final ListingModel listing;
  private final PreviewModel preview;
  private final TransferModel transfer;
  private final AbilitiesModel can;
  private final NamedModel named;
  private final TablesModel tables;
  private final TypedModel typed;
  private final ReadOnlyObjectWrapper<StorageUri> place =
      new ReadOnlyObjectWrapper<>(PlacesModel.NOWHERE);
  private final ObjectProperty<Optional<Entry>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private Access access;
  private boolean read;

  BrowseModel(Background background, InstantSource clock, Access access) {
    this.access = access;
    choice = new ChoiceModel(background);
    connection = new ConnectionModel(background, clock);
    listing = new ListingModel(background, clock, places::found, this::listed);
    preview = new PreviewModel(background);
    tables = new TablesModel(background, clock);
    connection.phaseProperty().subscribe(_ -> tables.over(connection.connected().orElse(null)));
    transfer = new TransferModel(background);
    can = new AbilitiesModel(this);
    named = new NamedModel(background, this);
    typed = new TypedModel(tables, this::open);
    choice.chosenProperty().subscribe(_ -> disconnect());
    selected.subscribe(_ -> preview.clear());
    listing.deepProperty().addListener((_, _, _) -> again());
  }

  /** Works elsewhere from now on: nothing of before is kept. */
  void workOn(Access elsewhere) {
    access = elsewhere;
    disconnect();
    if (read) {
      readRoutes();
    }
  }

  /** The screen is looked at: routes may have been made meanwhile. */
  void shown() {
    if (!read || connection.phaseProperty().get() instanceof Phase.Empty<Connection>) {
      read = true;
      readRoutes();
    }
  }

  private void readRoutes() {
    choice.read(
        access,
        this::sayWhatIsMissing,
        sentence -> connection.disconnect(Told.<Connection>unasked(sentence).without()));
  }

  /** Goes the chosen route's way to its keys; then lists the buckets, or the place of before. */
  void connect() {
    choice
        .chosenProperty()
        .get()
        .ifPresent(
            route -> {
              StorageUri before = place.get();
              forgetWhatWasSeen();
              connection.connect(
                  access, route, there -> open(before.isRoot() ? there.root() : before));
            });
  }

  /** After the user has cancelled the way to the keys; the place is kept for another try. */
  void connectingCancelled() {
    connection.disconnect(
        new Phase.Empty<>("Connecting was cancelled", "Connect again to go on from here."));
  }

  /** Forgets the keys and all that was seen with them. */
  final void disconnect() {
    forgetWhatWasSeen();
    place.set(PlacesModel.NOWHERE);
    sayWhatIsMissing();
  }

  private void forgetWhatWasSeen() {
    transfer.cancel();
    selected.set(Optional.empty());
    listing.clear();
    places.clear();
    typed.clear();
  }

  private void sayWhatIsMissing() {
    connection.disconnect(
        choice.chosenProperty().get().isPresent()
            ? new Phase.Empty<>(
                "Not connected", "Connect goes the route's way to temporary keys for its storage.")
            : new Phase.Empty<>(
                "No route is saved", "Make one on the screen Routes; its keys open storage."));
  }

  /** Goes to what was typed. */
  boolean openTyped(String text) {
    return connection.connected().map(there -> typed.open(there, text.strip())).orElse(false);
  }

  /** Goes to a place and lists it. */
  void open(StorageUri at) {
    whenConnected(
        there -> {
          typed.clear();
          tables.leave();
          selected.set(Optional.empty());
          place.set(at);
          listing.list(there, at);
        });
  }

  /** Opens what stands in a line of the table; of an object its beginning. */
  void open(Entry entry) {
    if (entry instanceof Entry.StoredObject object) {
      whenConnected(there -> preview.show(there, object));
    } else {
      open(entry.uri());
    }
  }

  /** Shows how the selected object begins. */
  void preview() {
    selectedObject().ifPresent(this::open);
  }

  void up() {
    if (!place.get().isRoot()) {
      open(place.get().parent());
    }
  }

  /** Lists the place anew. */
  void again() {
    if (tables.isShown()) {
      tables.again();
    } else {
      open(place.get());
    }
  }

  /** A listing has come to its end, whichever: the place was opened, or refused, or neither. */
  private void listed(StorageUri at, Told<Integer> told) {
    if (told.outcome() instanceof Outcome.Refused<Integer>) {
      places.refused(at);
    } else if (told.outcome() instanceof Outcome.Done<Integer>) {
      places.found(at, List.of());
    }
    named.listed(at);
  }

  void download(Path folder) {
    whenConnected(
        there -> selectedObject().ifPresent(object -> transfer.download(there, object, folder)));
  }

  void upload(Path file) {
    StorageUri at = place.get();
    StorageUri folder = at.isObject() ? at.parent() : at;
    upload(file, folder.withKey(folder.key() + file.getFileName()));
  }

  /** Puts a file there; the place is listed anew, or why it may not be is told anew. */
  void upload(Path file, StorageUri to) {
    StorageUri at = place.get();
    whenConnected(
        there ->
            transfer.upload(
                there,
                file,
                to,
                () -> {
                  if (listing.deniedProperty().get().isPresent()) {
                    listing.explain(there);
                  } else if (place.get().equals(at) && !tables.isShown()) {
                    again();
                  }
                }));
  }

  void whenConnected(Consumer<Connection> action) {
    connection.connected().ifPresent(action);
  }

  Optional<Entry.StoredObject> selectedObject() {
    return selected
        .get()
        .filter(Entry.StoredObject.class::isInstance)
        .map(it -> (Entry.StoredObject) it);
  }

  /** What is copied of the place. */
  Copying copying() {
    return new Copying(this);
  }

  Optional<Connection> connected() {
    return connection.connected();
  }

  /** Whether a route's storage is open, and how it came to that or not. */
  ReadOnlyObjectProperty<Phase<Connection>> connectionProperty() {
    return connection.phaseProperty();
  }

  ReadOnlyObjectProperty<StorageUri> placeProperty() {
    return place.getReadOnlyProperty();
  }

  ObjectProperty<Optional<Entry>> selectedProperty() {
    return selected;
  }

  /** Why what was typed is no address. */
  public ReadOnlyStringProperty problemProperty() {
    return typed.problemProperty();
  }

  public String getProblem() {
    return typed.problemProperty().get();
  }

  /** What can be done now. */
  public AbilitiesModel getCan() {
    return can;
  }

  public ListingModel getListing() {
    return listing;
  }

  ExpiryModel expiry() {
    return connection.expiry();
  }

  ChoiceModel choice() {
    return choice;
  }

  PlacesModel places() {
    return places;
  }

  /** Objects that are opened by their names. */
  NamedModel named() {
    return named;
  }

  TablesModel tables() {
    return tables;
  }

  PreviewModel previews() {
    return preview;
  }

  TransferModel transfers() {
    return transfer;
  }
}
