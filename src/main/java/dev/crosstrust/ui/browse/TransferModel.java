package dev.crosstrust.ui.browse;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.storage.Destination;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.ObjectStore;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Copies one object here or one file there, tells how far it is, and can be cancelled. */
final class TransferModel {
  private final Background background;
  private final ReadOnlyObjectWrapper<Transfer> state =
      new ReadOnlyObjectWrapper<>(new Transfer.None());
  private Optional<Job> job = Optional.empty();
  private int transfer;

  TransferModel(Background background) {
    this.background = background;
  }

  /** Brings an object into a folder; nothing there is replaced. */
  void download(Connection connection, Entry.StoredObject object, Path folder) {
    Destination to = Destination.of(object.uri(), folder);
    move(
        connection,
        "Downloading " + object.uri().name(),
        object.size(),
        (store, progress) -> store.download(object.uri(), to, progress),
        bytes -> "Downloaded to %s, %s".formatted(to.file(), Words.size(bytes)));
  }

  /**
   * Puts a file there, unless an object of that name is there.
   *
   * @param uploaded told of it when it is done
   */
  void upload(Connection connection, Path file, StorageUri to, Runnable uploaded) {
    cancel();
    int mine = transfer;
    state.set(new Transfer.Moving("Looking whether %s is there".formatted(to.name()), 0, 0));
    Job begun =
        background.begin(
            () -> connection.ask(store -> store.head(to)),
            told -> {
              if (told.outcome() instanceof Outcome.Done<Entry.StoredObject>) {
                transfer++;
                state.set(new Transfer.Exists(file, to.toString()));
              } else {
                replace(connection, file, to, uploaded);
              }
            },
            this::broke);
    keep(mine, begun);
  }

  /** Puts a file there, in place of what may have that name. */
  void replace(Connection connection, Path file, StorageUri to, Runnable uploaded) {
    move(
        connection,
        "Uploading " + to.name(),
        size(file),
        (store, progress) -> store.upload(file, to, progress),
        bytes -> {
          uploaded.run();
          return "Uploaded to %s, %s".formatted(to, Words.size(bytes));
        });
  }

  private void move(
      Connection connection,
      String words,
      long size,
      BiFunction<ObjectStore, Progress, Outcome<Long>> copy,
      Function<Long, String> done) {
    cancel();
    int mine = transfer;
    state.set(new Transfer.Moving(words, 0, size));
    Progress progress = coalesced(bytes -> moved(mine, new Transfer.Moving(words, bytes, size)));
    Job begun =
        background.begin(
            () -> connection.ask(store -> copy.apply(store, progress)),
            told -> end(told, done),
            this::broke);
    keep(mine, begun);
  }

  /** One step to the screen at a time, with the newest number. */
  private Progress coalesced(Progress screen) {
    AtomicLong newest = new AtomicLong(-1);
    return bytes -> {
      if (newest.getAndSet(bytes) < 0) {
        background.toScreen(() -> screen.moved(newest.getAndSet(-1)));
      }
    };
  }

  private void moved(int of, Transfer.Moving now) {
    if (of == transfer) {
      state.set(now);
    }
  }

  private void keep(int of, Job begun) {
    if (of == transfer) {
      job = Optional.of(begun);
    }
  }

  private void end(Told<Long> told, Function<Long, String> done) {
    transfer++;
    state.set(
        told.outcome() instanceof Outcome.Done<Long>(Long bytes)
            ? new Transfer.Done(done.apply(bytes))
            : new Transfer.Failed(told.findings()));
  }

  private void broke(String sentence) {
    transfer++;
    state.set(new Transfer.Failed(Told.unasked(sentence).findings()));
  }

  /** Ends what is on its way; nothing half is left here. */
  void cancel() {
    job.ifPresent(Job::cancel);
    job = Optional.empty();
    transfer++;
    state.set(
        state.get() instanceof Transfer.Moving(String words, long _, long _)
            ? new Transfer.Cancelled(words + ": cancelled")
            : new Transfer.None());
  }

  /** Takes the notice away. */
  void dismiss() {
    if (!(state.get() instanceof Transfer.Moving)) {
      state.set(new Transfer.None());
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  ReadOnlyObjectProperty<Transfer> stateProperty() {
    return state.getReadOnlyProperty();
  }
}
