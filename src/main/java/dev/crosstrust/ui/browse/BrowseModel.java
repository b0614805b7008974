package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.exchange.aws.RoleSession;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which route's keys, which place, and what is there. Nothing is asked before it is told to. */
public final class BrowseModel {
  private final Background background;
  private final ObservableList<GoogleToAws> routes = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<GoogleToAws>> route =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Phase<Connection>> connection =
      new ReadOnlyObjectWrapper<>(new Phase.Empty<>("", ""));
  private final ReadOnlyObjectWrapper<StorageUri> place =
      new ReadOnlyObjectWrapper<>(PlacesModel.ROOT);
  private final ReadOnlyObjectWrapper<Optional<Denied>> denied =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Optional<Entry>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final ExpiryModel expiry;
  private final PlacesModel places = new PlacesModel();
  private final ListingModel listing;
  private final PreviewModel preview;
  private final TransferModel transfer;
  private Access access;
  private boolean read;
  private boolean entering;
  private Optional<Job> job = Optional.empty();

  BrowseModel(Background background, InstantSource clock, Access access) {
    this.background = background;
    this.access = access;
    expiry = new ExpiryModel(clock);
    listing = new ListingModel(background, clock);
    preview = new PreviewModel(background);
    transfer = new TransferModel(background);
    listing.tell(places::found, this::listed);
    route.subscribe(_ -> disconnect());
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

  /** The screen is looked at. */
  void shown() {
    if (!read) {
      read = true;
      readRoutes();
    }
  }

  private void readRoutes() {
    Job _ =
        background.begin(
            access::routes,
            found -> {
              routes.setAll(found);
              route.set(found.stream().findFirst());
              disconnect();
            },
            sentence -> connection.set(Told.unasked(sentence).without()));
  }

  /** Goes the chosen route's way to its keys; then lists the buckets, or the place of before. */
  void connect() {
    route
        .get()
        .ifPresent(
            chosen -> {
              StorageUri at = place.get();
              Access through = access;
              job.ifPresent(Job::cancel);
              entering = true;
              Job begun =
                  background.begin(
                      () -> through.enter(chosen),
                      told -> entered(through, chosen, told, at),
                      sentence -> entered(through, chosen, Told.unasked(sentence), at));
              if (entering) {
                job = Optional.of(begun);
                connection.set(new Phase.Working<>("Getting keys by " + chosen.name(), begun));
              }
            });
  }

  private void entered(Access through, GoogleToAws chosen, Told<RoleSession> told, StorageUri at) {
    entering = false;
    if (told.outcome() instanceof Outcome.Done<RoleSession>(RoleSession session)) {
      connection.set(new Phase.Ready<>(new Connection(through, chosen, session)));
      expiry.until(Optional.ofNullable(session.credentials().expiresAt()));
      open(at);
    } else {
      connection.set(told.without());
    }
  }

  /** Forgets the keys and all that was seen with them. */
  final void disconnect() {
    entering = false;
    job.ifPresent(Job::cancel);
    job = Optional.empty();
    expiry.until(Optional.empty());
    transfer.cancel();
    selected.set(Optional.empty());
    listing.clear();
    places.clear();
    place.set(PlacesModel.ROOT);
    denied.set(Optional.empty());
    problem.set("");
    connection.set(
        route.get().isPresent()
            ? new Phase.Empty<>(
                "Not connected", "Connect goes the route's way to temporary keys for S3.")
            : new Phase.Empty<>(
                "No route to AWS is saved", "Make one on the screen Routes; its keys open S3."));
  }

  /** Goes to what was typed: an address, or a bucket's name alone. */
  boolean openTyped(String text) {
    try {
      open(PlacesModel.typed(text.strip()));
      return true;
    } catch (IllegalArgumentException e) {
      problem.set(String.valueOf(e.getMessage()));
      return false;
    }
  }

  /** Goes to a place and lists it. */
  void open(StorageUri at) {
    connected()
        .ifPresent(
            there -> {
              problem.set("");
              denied.set(Optional.empty());
              selected.set(Optional.empty());
              place.set(at);
              listing.list(there, at);
            });
  }

  /** Opens what stands in a line of the table; an object is selected instead. */
  void open(Entry entry) {
    if (!(entry instanceof Entry.StoredObject)) {
      open(entry.uri());
    }
  }

  void up() {
    if (!place.get().isRoot()) {
      open(place.get().parent());
    }
  }

  private void listed(StorageUri at, Told<Integer> told) {
    if (told.outcome() instanceof Outcome.Refused<Integer>(Outcome.Refusal refusal)) {
      places.refused(at);
      denied.set(connected().flatMap(there -> Denied.of(refusal, there.session().arn(), at)));
    } else if (told.outcome() instanceof Outcome.Done<Integer>) {
      places.found(at, List.of());
    }
  }

  /** Reads the beginning of the selected object. */
  void preview() {
    connected()
        .ifPresent(there -> selectedObject().ifPresent(object -> preview.show(there, object)));
  }

  void download(Path folder) {
    connected()
        .ifPresent(
            there ->
                selectedObject().ifPresent(object -> transfer.download(there, object, folder)));
  }

  void upload(Path file) {
    connected().ifPresent(there -> transfer.upload(there, file, target(file), this::again));
  }

  /** Uploads though an object has that name. */
  void replace(Path file) {
    connected().ifPresent(there -> transfer.replace(there, file, target(file), this::again));
  }

  private StorageUri target(Path file) {
    StorageUri at = place.get();
    StorageUri folder = at.isObject() ? at.parent() : at;
    return folder.withKey(folder.key() + file.getFileName());
  }

  /** Lists the place anew. */
  void again() {
    open(place.get());
  }

  Optional<Entry.StoredObject> selectedObject() {
    return selected
        .get()
        .filter(Entry.StoredObject.class::isInstance)
        .map(it -> (Entry.StoredObject) it);
  }

  /** What would be copied: the address of what is selected, else of the place. */
  StorageUri address() {
    return selected.get().map(Entry::uri).orElse(place.get());
  }

  Optional<Connection> connected() {
    return connection.get() instanceof Phase.Ready<Connection>(Connection there)
        ? Optional.of(there)
        : Optional.empty();
  }

  ObservableList<GoogleToAws> routes() {
    return routes;
  }

  ObjectProperty<Optional<GoogleToAws>> routeProperty() {
    return route;
  }

  ReadOnlyObjectProperty<Phase<Connection>> connectionProperty() {
    return connection.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<StorageUri> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /** Who was refused what, when the place was. */
  ReadOnlyObjectProperty<Optional<Denied>> deniedProperty() {
    return denied.getReadOnlyProperty();
  }

  /** Why what was typed is no address. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public String getProblem() {
    return problem.get();
  }

  ObjectProperty<Optional<Entry>> selectedProperty() {
    return selected;
  }

  public ExpiryModel getExpiry() {
    return expiry;
  }

  public ListingModel getListing() {
    return listing;
  }

  PlacesModel places() {
    return places;
  }

  PreviewModel previews() {
    return preview;
  }

  TransferModel transfers() {
    return transfer;
  }
}
