package dev.crosstrust.ui.browse;

import dev.crosstrust.denial.Denial;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.cli.StorageCommands;
import dev.crosstrust.route.road.SessionTables;
import dev.crosstrust.route.road.StorageSession;
import dev.crosstrust.storage.Destination;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.ObjectStore;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Pages;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.storage.table.TableStore;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Storage in memory, its listings cut into pages by the test. */
final class FakeAccess implements Access {
  static final Instant END = Instant.parse("2026-11-21T13:00:00Z");
  static final String SESSION = "arn:aws:sts::111122223333:assumed-role/Reader/crosstrust";

  final List<Route> routes = new ArrayList<>(List.of(route("first"), route("second")));
  final Map<StorageUri, List<List<Entry>>> pages = new HashMap<>();
  final Map<StorageUri, Refusal> refusals = new HashMap<>();
  final Map<StorageUri, byte[]> contents = new HashMap<>();
  final List<String> uploads = new ArrayList<>();
  Runnable beforePage = () -> {};
  @Nullable Outcome<StorageSession> session;
  int closed;

  /** All buckets of the cloud that the session is of. */
  String root = "s3://";

  /** What the session has beside buckets; set before anybody connects. */
  @Nullable TableStore tables;

  /** The status that is answered for an object that is not there. */
  int headless = 404;

  static GoogleToAws route(String name) {
    return new GoogleToAws(
        name,
        "gcloud:demo",
        null,
        "sts.amazonaws.com",
        new GoogleToAws.Role("eu-west-1", "arn:aws:iam::111122223333:role/Reader", null, null),
        Route.Expect.ANYTHING,
        List.of());
  }

  private StorageSession session() {
    return new StorageSession(
        SESSION,
        () -> Optional.of(END),
        uri(root),
        new Store(),
        new Cli(),
        Optional.ofNullable(tables).map(it -> new SessionTables(it, "demo")),
        () -> closed++);
  }

  private record Cli() implements StorageCommands {
    @Override
    public String list(StorageUri at) {
      return "list " + at;
    }

    @Override
    public String fetch(StorageUri object) {
      return "fetch " + object;
    }
  }

  static StorageUri uri(String text) {
    return StorageUri.parse(text);
  }

  static Entry.StoredObject object(String text, long size) {
    return new Entry.StoredObject(uri(text), size, END, "STANDARD", "etag");
  }

  /** A place whose listing comes in these pages. */
  void holds(String at, List<List<Entry>> some) {
    pages.put(uri(at), some);
  }

  @Override
  public List<Route> routes() {
    return routes;
  }

  @Override
  public Told<Connection> enter(Route route) {
    Outcome<StorageSession> entered = session == null ? Outcome.done(session()) : session;
    return Told.of(entered.map(it -> Connection.of(route, it, List.of())), List.of());
  }

  private final class Store implements ObjectStore {
    @Override
    public Pages<Entry> pages(StorageUri at, boolean recursive) {
      return new Pages<>(token -> page(at, token == null ? 0 : Integer.parseInt(token)));
    }

    private Outcome<Page<Entry>> page(StorageUri at, int number) {
      if (number > 0) {
        beforePage.run();
      }
      List<List<Entry>> all = pages.getOrDefault(at, List.of(List.of()));
      Refusal refusal = refusals.get(at);
      if (refusal != null && number == all.size() - 1) {
        return new Outcome.Refused<>(refusal);
      }
      String next = number + 1 < all.size() ? String.valueOf(number + 1) : null;
      return Outcome.done(new Page<>(all.get(number), next));
    }

    @Override
    public Outcome<Entry.StoredObject> head(StorageUri object) {
      byte[] there = contents.get(object);
      return there == null
          ? new Outcome.Refused<>(new Refusal("s3", "HeadObject", headless, null, "", null))
          : Outcome.done(object(object.toString(), there.length));
    }

    @Override
    public Outcome<byte[]> firstBytes(StorageUri object, int limit) {
      return Outcome.done(contents.getOrDefault(object, new byte[0]));
    }

    @Override
    public Outcome<Long> download(StorageUri object, Destination to, Progress progress) {
      byte[] content = contents.get(object);
      return content == null
          ? Outcome.broken(Breakage.Kind.UNREACHABLE, "no connection")
          : to.save(new ByteArrayInputStream(content), progress);
    }

    @Override
    public Outcome<Long> upload(Path file, StorageUri object, Progress progress) {
      uploads.add(object.toString());
      contents.put(object, file.toString().getBytes(StandardCharsets.UTF_8));
      return Outcome.done(5L);
    }

    @Override
    public Outcome<StorageUri> delete(StorageUri object) {
      throw new AssertionError("nothing is deleted here");
    }

    @Override
    public Optional<Denial> denial(Refusal refusal, StorageUri at) {
      return refusal.status() == 403
          ? Optional.of(
              Denial.BARE.completed(null, "do:" + refusal.operation(), null, "the " + at.bucket()))
          : Optional.empty();
    }

    @Override
    public void close() {}
  }
}
