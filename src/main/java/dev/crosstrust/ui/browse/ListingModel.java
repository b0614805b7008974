package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Pages;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/**
 * One place's listing while it grows: its entries, which of them are shown, how far it has come.
 */
public final class ListingModel {
  private final Background background;
  private final InstantSource clock;
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  private final FilteredList<Entry> shown = new FilteredList<>(entries);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<Finding> problems = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Phase<ListingModel>> phase =
      new ReadOnlyObjectWrapper<>(nothing());
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final BooleanProperty deep = new SimpleBooleanProperty();
  private StorageUri place = PlacesModel.ROOT;
  private Instant began = Instant.EPOCH;
  private String ending = "";
  private Optional<Job> job = Optional.empty();
  private int listing;
  private long folders;
  private BiConsumer<StorageUri, List<Entry>> found = (_, _) -> {};
  private BiConsumer<StorageUri, Told<Integer>> ended = (_, _) -> {};

  ListingModel(Background background, InstantSource clock) {
    this.background = background;
    this.clock = clock;
    filter.subscribe(this::filter);
  }

  /** Who else wants to know what has come, and how it ended. */
  void tell(BiConsumer<StorageUri, List<Entry>> pages, BiConsumer<StorageUri, Told<Integer>> end) {
    found = pages;
    ended = end;
  }

  /** Lists a place anew; what was listed before is forgotten. */
  void list(Connection connection, StorageUri at) {
    clear();
    place = at;
    began = clock.instant();
    running.set(true);
    int mine = listing;
    boolean recursive = deep.get();
    Batches<Entry> batches =
        new Batches<>(
            background,
            batch -> {
              if (mine == listing) {
                add(batch);
              }
            });
    Job begun =
        background.begin(
            () -> connection.ask(store -> walk(store.pages(at, recursive), batches::add)),
            this::end,
            sentence -> end(Told.unasked(sentence)));
    if (running.get()) {
      job = Optional.of(begun);
      phase.set(new Phase.Working<>("Listing " + at, begun));
      say("still listing");
    }
  }

  private static Outcome<Integer> walk(Pages<Entry> pages, Consumer<List<Entry>> sink) {
    int count = 0;
    while (pages.hasNext()) {
      Outcome<Page<Entry>> next = pages.next();
      if (!(next instanceof Outcome.Done<Page<Entry>>(Page<Entry> page))) {
        return next.map(_ -> 0);
      }
      if (Thread.currentThread().isInterrupted()) {
        return Outcome.broken(Breakage.Kind.CANCELLED, "cancelled");
      }
      sink.accept(page.items());
      count += page.items().size();
    }
    return Outcome.done(count);
  }

  private void add(List<Entry> batch) {
    entries.addAll(batch);
    folders += batch.stream().filter(it -> !(it instanceof Entry.StoredObject)).count();
    found.accept(place, batch);
    if (!(phase.get() instanceof Phase.Ready<ListingModel>)) {
      phase.set(new Phase.Ready<>(this));
    }
    say("still listing");
  }

  private void end(Told<Integer> told) {
    halt();
    if (told.outcome() instanceof Outcome.Done<Integer>) {
      say("");
      if (entries.isEmpty()) {
        phase.set(empty());
      }
    } else if (entries.isEmpty()) {
      status.set("");
      phase.set(told.without());
    } else {
      say("not all: the listing broke off");
      problems.setAll(told.findings());
    }
    ended.accept(place, told);
  }

  /** Ends the listing where it is; what has come stays. */
  public void stop() {
    if (running.get()) {
      job.ifPresent(Job::cancel);
      halt();
      if (entries.isEmpty()) {
        phase.set(new Phase.Empty<>("Stopped", "Nothing had arrived. F5 lists it again."));
        status.set("");
      } else {
        say("stopped");
      }
    }
  }

  /** Forgets everything. */
  void clear() {
    job.ifPresent(Job::cancel);
    halt();
    entries.clear();
    folders = 0;
    problems.clear();
    filter.set("");
    status.set("");
    phase.set(nothing());
  }

  /** Nothing that is on its way counts from here on. */
  private void halt() {
    listing++;
    job = Optional.empty();
    running.set(false);
  }

  private void filter(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    shown.setPredicate(
        wanted.isEmpty() ? null : entry -> nameOf(entry).toLowerCase(Locale.ROOT).contains(wanted));
    if (!entries.isEmpty()) {
      say(ending);
    }
  }

  /** What is said behind the numbers. */
  private void say(String how) {
    ending = how;
    String number = numbers();
    String matching = filter.get().isBlank() ? "" : " · %,d match".formatted(shown.size());
    String rate =
        running.get() ? Words.rate(entries.size(), Duration.between(began, clock.instant())) : "";
    status.set(
        number
            + matching
            + (how.isEmpty() ? "" : " · " + how)
            + (rate.isEmpty() ? "" : " · " + rate));
  }

  private String numbers() {
    long objects = entries.size() - folders;
    if (place.isRoot()) {
      return Words.count(folders, "bucket", "buckets");
    }
    String above = Words.count(folders, "prefix", "prefixes");
    String lines = Words.count(objects, "object", "objects");
    return folders == 0 ? lines : objects == 0 ? above : above + " · " + lines;
  }

  /** A name as it is read below the place that is listed. */
  String nameOf(Entry entry) {
    String key = entry.uri().key();
    int folder = place.key().lastIndexOf('/') + 1;
    return key.length() > folder ? key.substring(folder) : entry.uri().name();
  }

  private Phase<ListingModel> empty() {
    return place.isRoot()
        ? new Phase.Empty<>("No buckets", "This account has none. Type another bucket's address.")
        : place.key().isEmpty()
            ? new Phase.Empty<>("This bucket is empty", "Upload puts the first object into it.")
            : new Phase.Empty<>(
                "Nothing begins with " + place.key(), "Alt+Up goes one step up. Names are exact.");
  }

  private static Phase<ListingModel> nothing() {
    return new Phase.Empty<>("Nothing is listed", "Choose a bucket, or type its address.");
  }

  /** All that have come, in the service's order. */
  public ObservableList<Entry> entries() {
    return FXCollections.unmodifiableObservableList(entries);
  }

  /** Those that the filter lets through. */
  ObservableList<Entry> shown() {
    return shown;
  }

  /** What broke a listing off that had begun well. */
  ObservableList<Finding> problems() {
    return problems;
  }

  /** Whether all objects below a place are listed, rather than its folders. */
  BooleanProperty deepProperty() {
    return deep;
  }

  public StringProperty filterProperty() {
    return filter;
  }

  ReadOnlyObjectProperty<Phase<ListingModel>> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  public boolean isRunning() {
    return running.get();
  }

  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  public String getStatus() {
    return status.get();
  }
}
