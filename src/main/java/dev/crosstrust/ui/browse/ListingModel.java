package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Pages;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.ui.kit.Visible;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One place's listing: begun, growing, stopped, refused or at its end. */
public final class ListingModel {
  private final Background background;
  private final InstantSource clock;
  private final Errand walk;
  private final EntriesModel entries;
  private final ObservableList<Finding> problems = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Phase<ListingModel>> phase =
      new ReadOnlyObjectWrapper<>(nothing());
  private final ReadOnlyObjectWrapper<Optional<Denied>> denied =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final BooleanProperty deep = new SimpleBooleanProperty();
  private final BiConsumer<StorageUri, List<Entry>> found;
  private final BiConsumer<StorageUri, Told<Integer>> ended;
  private Instant began = Instant.EPOCH;
  private String ending = "";
  private Told<Integer> last = Told.unasked("");

  /**
   * @param found who else wants to know what has come of a place
   * @param ended who else wants to know how it ended
   */
  ListingModel(
      Background background,
      InstantSource clock,
      BiConsumer<StorageUri, List<Entry>> found,
      BiConsumer<StorageUri, Told<Integer>> ended) {
    this.background = background;
    this.clock = clock;
    this.found = found;
    this.ended = ended;
    walk = new Errand(background);
    entries = new EntriesModel(background);
    entries.filterProperty().subscribe(_ -> say(ending));
  }

  /** Lists a place anew; what was listed before is forgotten. */
  void list(Connection connection, StorageUri at) {
    clear();
    entries.begin(at);
    began = clock.instant();
    running.set(true);
    boolean recursive = deep.get();
    walk.<List<Entry>, Told<Integer>>begin(
            batch -> add(at, batch),
            heard -> {
              Batches<Entry> batches = new Batches<>(background, heard);
              return () ->
                  connection.ask(at, store -> walk(store.pages(at, recursive), batches::add));
            },
            told -> end(at, told),
            sentence -> end(at, Told.unasked(sentence)))
        .ifPresent(
            job -> {
              phase.set(new Phase.Working<>("Listing " + Visible.text(at.toString()), job));
              say("still listing");
            });
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

  private void add(StorageUri at, List<Entry> batch) {
    entries.add(batch);
    found.accept(at, batch);
    if (!(phase.get() instanceof Phase.Ready<ListingModel>)) {
      phase.set(new Phase.Ready<>(this));
    }
    say("still listing");
  }

  private void end(StorageUri at, Told<Integer> told) {
    running.set(false);
    entries.end();
    last = told;
    denied.set(told.denied());
    boolean done = told.outcome() instanceof Outcome.Done<Integer>;
    if (!entries.isEmpty()) {
      problems.setAll(told.findings());
      say(done ? "" : "not all: the listing broke off");
    } else {
      say(done ? "" : "nothing listed");
      phase.set(
          done
              ? Nothing.at(at)
              : refusedAtTheRoot(told) ? Nothing.mayBeListed(at) : told.without());
    }
    ended.accept(at, told);
  }

  /** Says once more why the place is refused: what has gone through since may explain it. */
  void explain(Connection connection) {
    if (phase.get() instanceof Phase.Refused<ListingModel>) {
      last.denied().ifPresent(it -> phase.set(connection.explained(it.at(), last).without()));
    }
  }

  /** Narrow keys seldom may list all buckets: no error, and no reason to stop. */
  private static boolean refusedAtTheRoot(Told<Integer> told) {
    return told.denied().filter(it -> it.at().isRoot()).isPresent();
  }

  /** Ends the listing where it is; what has come stays. */
  public void stop() {
    if (running.get()) {
      walk.giveUp();
      running.set(false);
      entries.end();
      if (entries.isEmpty()) {
        phase.set(new Phase.Empty<>("Stopped", "Nothing had arrived. F5 lists it again."));
      }
      say("stopped");
    }
  }

  /** Forgets everything. */
  void clear() {
    walk.giveUp();
    running.set(false);
    entries.clear();
    problems.clear();
    denied.set(Optional.empty());
    phase.set(nothing());
    ending = "";
    status.set("");
  }

  /** What is said behind the numbers. */
  private void say(String how) {
    ending = how;
    if (entries.isEmpty()) {
      status.set(how);
      return;
    }
    String matching =
        entries.filterProperty().get().isBlank()
            ? ""
            : String.format("%,d match", entries.shown().size());
    boolean later = running.get() && !entries.orderProperty().get().ofArrival();
    String rate =
        running.get() ? Words.rate(entries.size(), Duration.between(began, clock.instant())) : "";
    status.set(
        Stream.of(entries.count(), matching, how, later ? "sorted at the end" : "", rate)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · ")));
  }

  private static Phase<ListingModel> nothing() {
    return new Phase.Empty<>("Nothing is listed", "Choose a bucket, or type its address.");
  }

  /** What has come. */
  EntriesModel entries() {
    return entries;
  }

  /** Who was refused what, when the place was. */
  ReadOnlyObjectProperty<Optional<Denied>> deniedProperty() {
    return denied.getReadOnlyProperty();
  }

  /** What broke a listing off that had begun well. */
  ObservableList<Finding> problems() {
    return problems;
  }

  /** Whether all objects below a place are listed, rather than its folders. */
  BooleanProperty deepProperty() {
    return deep;
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
