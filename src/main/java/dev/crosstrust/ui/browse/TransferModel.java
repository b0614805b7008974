package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.storage.Destination;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.ObjectStore;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.ui.kit.Visible;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Work;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Copies one object here or one file there, replacing nothing unasked, and can be cancelled. */
final class TransferModel {
  private static final int MISSING = 404;

  private final Background background;
  private final Errand errand;
  private final ReadOnlyObjectWrapper<Transfer> state =
      new ReadOnlyObjectWrapper<>(new Transfer.None());

  /** What is done when the question is answered with yes. */
  private Runnable pending = () -> {};

  TransferModel(Background background) {
    this.background = background;
    errand = new Errand(background);
  }

  /** Where an object would go, and whether something is there. */
  private record Target(Destination to, boolean taken) {
    static Target of(StorageUri object, Path folder) {
      Destination to = Destination.of(object, folder);
      return new Target(to, Files.exists(to.file(), LinkOption.NOFOLLOW_LINKS));
    }
  }

  /** Brings an object into a folder. */
  void download(Connection connection, Entry.StoredObject object, Path folder) {
    begin(
        "Looking into " + folder,
        () -> Target.of(object.uri(), folder),
        target -> {
          Path file = target.to().file();
          if (target.taken()) {
            ask(
                new Transfer.Question(
                    Visible.text(file + " is there already"), "Replace it", "Keep it"),
                () -> bring(connection, object, new Destination(file, true)));
          } else {
            bring(connection, object, target.to());
          }
        });
  }

  private void bring(Connection connection, Entry.StoredObject object, Destination to) {
    move(
        connection,
        object.uri(),
        "Downloading " + Visible.text(object.uri().name()),
        object.size(),
        (store, progress) -> store.download(object.uri(), to, progress),
        bytes ->
            "Downloaded to %s, %s"
                .formatted(Visible.text(to.file().toString()), Words.size(bytes)));
  }

  /**
   * Puts a file there.
   *
   * @param uploaded told of it when it is done
   */
  void upload(Connection connection, Path file, StorageUri to, Runnable uploaded) {
    Runnable upload = () -> send(connection, file, to, uploaded);
    String name = Visible.text(to.toString());
    begin(
        "Looking whether %s is there".formatted(name),
        () -> connection.ask(to, store -> store.head(to)),
        told -> {
          switch (told.outcome()) {
            case Outcome.Done<Entry.StoredObject> _ ->
                ask(
                    new Transfer.Question(name + " is there already", "Replace it", "Keep it"),
                    upload);
            case Outcome.Refused<Entry.StoredObject>(Outcome.Refusal no)
                when no.status() == MISSING ->
                upload.run();
            case Outcome.Refused<Entry.StoredObject> _ ->
                ask(
                    new Transfer.Question(
                        "These keys may not see whether %s is there already".formatted(name),
                        "Upload all the same",
                        "Leave it"),
                    upload);
            case Outcome.Broken<Entry.StoredObject> _ -> failed(told);
          }
        });
  }

  private void send(Connection connection, Path file, StorageUri to, Runnable uploaded) {
    move(
        connection,
        to,
        "Uploading " + Visible.text(to.name()),
        file.toFile().length(),
        (store, progress) -> store.upload(file, to, progress),
        bytes -> {
          uploaded.run();
          return "Uploaded to %s, %s".formatted(Visible.text(to.toString()), Words.size(bytes));
        });
  }

  private <T> void begin(String words, Work<T> work, Consumer<T> done) {
    errand.begin(work, done, this::broke).ifPresent(job -> moving(words, 0, 0, job));
  }

  private void move(
      Connection connection,
      StorageUri about,
      String words,
      long size,
      BiFunction<ObjectStore, Progress, Outcome<Long>> copy,
      Function<Long, String> done) {
    errand
        .<Long, Told<Long>>begin(
            this::moved,
            heard -> {
              Progress progress = new NewestProgress(background, heard);
              return () -> connection.ask(about, store -> copy.apply(store, progress));
            },
            told -> end(told, done),
            this::broke)
        .ifPresent(job -> moving(words, 0, size, job));
  }

  private void moving(String words, long moved, long size, Job job) {
    state.set(new Transfer.Moving(words, moved, size, job));
  }

  private void moved(long bytes) {
    if (state.get() instanceof Transfer.Moving(String words, long _, long size, Job job)) {
      moving(words, bytes, size, job);
    }
  }

  private void end(Told<Long> told, Function<Long, String> done) {
    if (told.outcome() instanceof Outcome.Done<Long>(Long bytes)) {
      state.set(new Transfer.Done(done.apply(bytes)));
    } else {
      failed(told);
    }
  }

  private void failed(Told<?> told) {
    state.set(new Transfer.Failed(told.inFull().findings()));
  }

  private void broke(String sentence) {
    failed(Told.unasked(sentence));
  }

  private void ask(Transfer.Question question, Runnable yes) {
    pending = yes;
    state.set(question);
  }

  /** Answers the question with yes. */
  void goAhead() {
    if (state.get() instanceof Transfer.Question) {
      pending.run();
    }
  }

  /** Ends what is on its way; nothing half is left here. */
  void cancel() {
    errand.giveUp();
    state.set(
        state.get() instanceof Transfer.Moving moving
            ? new Transfer.Cancelled(moving.words() + ": cancelled")
            : new Transfer.None());
  }

  /** Takes the notice away; answers a question with no. */
  void dismiss() {
    if (!(state.get() instanceof Transfer.Moving)) {
      state.set(new Transfer.None());
    }
  }

  ReadOnlyObjectProperty<Transfer> stateProperty() {
    return state.getReadOnlyProperty();
  }
}
