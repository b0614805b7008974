package dev.crosstrust.ui.browse;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.exchange.aws.RoleSession;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Route;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.storage.Destination;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.ObjectStore;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Pages;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Storage in memory, its listings cut into pages by the test. */
final class FakeAccess implements Access {
  static final Instant END = Instant.parse("2026-11-21T13:00:00Z");
  static final String SESSION = "arn:aws:sts::111122223333:assumed-role/Reader/crosstrust";
  static final Finding FOUND = Finding.error("test.no", "It was refused");

  final List<GoogleToAws> routes = new ArrayList<>(List.of(route("first"), route("second")));
  final Map<StorageUri, List<List<Entry>>> pages = new HashMap<>();
  final Map<StorageUri, Refusal> refusals = new HashMap<>();
  final Map<StorageUri, byte[]> contents = new HashMap<>();
  final List<String> uploads = new ArrayList<>();
  Runnable beforePage = () -> {};
  Outcome<RoleSession> session = Outcome.done(session());

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

  private static RoleSession session() {
    return new RoleSession(
        new AwsCredentials("ASIAEXAMPLE", Secret.of("k"), Secret.of("t"), END),
        SESSION,
        "111122223333",
        null,
        null,
        null);
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
  public List<GoogleToAws> routes() {
    return routes;
  }

  @Override
  public Told<RoleSession> enter(GoogleToAws route) {
    return told(session);
  }

  @Override
  public <T> Told<T> ask(
      GoogleToAws route, RoleSession through, Function<ObjectStore, Outcome<T>> question) {
    return told(question.apply(new Store()));
  }

  private static <T> Told<T> told(Outcome<T> outcome) {
    return new Told<>(outcome, outcome instanceof Outcome.Done<T> ? List.of() : List.of(FOUND));
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
          ? new Outcome.Refused<>(new Refusal("s3", "HeadObject", 404, null, "", null))
          : Outcome.done(object(object.toString(), there.length));
    }

    @Override
    public Outcome<byte[]> firstBytes(StorageUri object, int limit) {
      return Outcome.done(contents.getOrDefault(object, new byte[0]));
    }

    @Override
    public Outcome<Long> download(StorageUri object, Destination to, Progress progress) {
      progress.moved(1);
      return Outcome.broken(Breakage.Kind.LOCAL, "no disk");
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
    public void close() {}
  }
}
