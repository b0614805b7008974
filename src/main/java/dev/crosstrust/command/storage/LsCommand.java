package dev.crosstrust.command.storage;

import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.Json;
import dev.crosstrust.command.kit.Unfinished;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Pages;
import dev.crosstrust.storage.StorageUri;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists buckets, prefixes and objects with a route's credentials, page by page as they come. */
@Command(name = "ls", description = "List buckets, or prefixes and objects, with a route's keys.")
public final class LsCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(
      paramLabel = "URI",
      description = "s3:// or gs:// for all buckets, or s3://bucket/prefix/")
  private String uri = "";

  @Option(names = "--route", required = true, paramLabel = "ROUTE", description = "Whose keys.")
  private String route = "";

  @Option(names = "--recursive", description = "All objects below, without prefixes.")
  private boolean recursive;

  public LsCommand(Context context) {
    this.context = context;
  }

  /** One line of {@code --json}. */
  private record Line(
      String uri,
      String kind,
      @Nullable Long size,
      @Nullable Instant modified,
      @Nullable String storageClass,
      @Nullable String etag) {
    static Line of(Entry entry) {
      String uri = entry.uri().toString();
      return switch (entry) {
        case Entry.Bucket bucket -> new Line(uri, "bucket", null, bucket.created(), null, null);
        case Entry.Prefix _ -> new Line(uri, "prefix", null, null, null, null);
        case Entry.StoredObject object ->
            new Line(
                uri,
                "object",
                object.size(),
                object.modified(),
                object.storageClass(),
                object.etag());
      };
    }

    String forPeople() {
      return "%-20s %12s  %s"
          .formatted(
              modified == null ? "" : modified.truncatedTo(ChronoUnit.SECONDS).toString(),
              size == null ? "" : size.toString(),
              uri);
    }
  }

  @Override
  public Integer call() {
    StorageUri at = StorageAccess.uri(uri);
    return StorageAccess.with(
        context,
        route,
        at,
        (store, legs) -> {
          Pages<Entry> pages = store.pages(at, recursive);
          while (pages.hasNext()) {
            Outcome<Page<Entry>> next = pages.next();
            if (!(next instanceof Outcome.Done<Page<Entry>>(Page<Entry> page))) {
              return Unfinished.report(context, next, legs.get());
            }
            page.items().forEach(entry -> print(Line.of(entry)));
            if (context.terminal().closed()) {
              break;
            }
          }
          return Exit.OK.code();
        });
  }

  private void print(Line line) {
    context.terminal().line(context.json() ? Json.line(line) : line.forPeople());
  }
}
