package dev.crosstrust.command.storage;

import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.Unfinished;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.storage.Destination;
import dev.crosstrust.storage.ObjectStore;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies one object here, or one file there, with a route's credentials. */
@Command(name = "cp", description = "Download or upload one object with a route's keys.")
public final class CpCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(index = "0", paramLabel = "SRC")
  private String source = "";

  @Parameters(index = "1", paramLabel = "DST")
  private String destination = "";

  @Option(names = "--route", required = true, paramLabel = "ROUTE", description = "Whose keys.")
  private String route = "";

  public CpCommand(Context context) {
    this.context = context;
  }

  private record Copied(String from, String to, long bytes, long millis) {}

  @Override
  public Integer call() {
    boolean down = StorageAccess.isUri(source);
    if (down == StorageAccess.isUri(destination)) {
      throw new BadInput("one of the two is a file, the other an s3:// or gs:// address");
    }
    return down
        ? download(object(source), Path.of(destination))
        : upload(file(source), StorageAccess.uri(destination));
  }

  private int download(StorageUri from, Path chosen) {
    Destination to = Destination.of(from, chosen);
    return copy(
        from,
        from.toString(),
        to.file().toString(),
        store -> store.download(from, to, Progress.NONE));
  }

  private int upload(Path from, StorageUri chosen) {
    if (chosen.isRoot()) {
      throw new BadInput("\"%s\" names no bucket to put the file into".formatted(chosen));
    }
    StorageUri to = chosen.isObject() ? chosen : chosen.withKey(chosen.key() + from.getFileName());
    return copy(to, from.toString(), to.toString(), store -> store.upload(from, to, Progress.NONE));
  }

  @FunctionalInterface
  private interface Copy {
    Outcome<Long> with(ObjectStore store);
  }

  private int copy(StorageUri there, String from, String to, Copy copy) {
    return StorageAccess.with(
        context,
        route,
        there,
        (store, legs) -> {
          Instant started = context.clock().instant();
          Outcome<Long> copied = copy.with(store);
          if (!(copied instanceof Outcome.Done<Long>(Long bytes))) {
            return Unfinished.report(context, copied, legs.get());
          }
          Duration took = Duration.between(started, context.clock().instant());
          Copied done = new Copied(from, to, bytes, took.toMillis());
          if (context.json()) {
            context.terminal().json(done);
          } else {
            context
                .terminal()
                .line("%s -> %s  %d bytes, %d ms".formatted(from, to, bytes, done.millis()));
          }
          return Exit.OK.code();
        });
  }

  private static StorageUri object(String text) {
    StorageUri uri = StorageAccess.uri(text);
    if (!uri.isObject()) {
      throw new BadInput("\"%s\" names no object; cp copies one at a time".formatted(text));
    }
    return uri;
  }

  private static Path file(String text) {
    Path file = Path.of(text);
    if (!Files.isRegularFile(file)) {
      throw new BadInput(
          Files.isDirectory(file)
              ? file + " is a folder; cp copies one file at a time"
              : "there is no file " + file);
    }
    return file;
  }
}
