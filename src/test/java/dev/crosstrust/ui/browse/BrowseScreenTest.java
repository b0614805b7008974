package dev.crosstrust.ui.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.sandbox.Fault;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.surroundings.Sandboxes;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.Pictures;
import dev.crosstrust.ui.Toolkit;
import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.kit.FindingCard;
import dev.crosstrust.ui.kit.Look;
import dev.crosstrust.ui.kit.Screen;
import dev.crosstrust.ui.task.VirtualBackground;
import dev.crosstrust.ui.workplace.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screen on the sandbox's clouds, by keyboard alone. */
class BrowseScreenTest {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final int OBJECTS = 5_000;

  @TempDir static Path home;

  /** What a request for a further page waits for, when a test holds it. */
  private static final AtomicReference<CountDownLatch> HELD =
      new AtomicReference<>(new CountDownLatch(0));

  private static Sandbox sandbox;
  private static Path routes;

  @TempDir Path folder;

  private Instant now = Instant.now();
  private Workplace workplace;
  private Stage stage;
  private Keys keys;
  private Scene scene;

  @BeforeAll
  static void start() throws IOException {
    Toolkit.start();
    sandbox =
        Sandbox.start(
            new Sandbox.Options(home, 0, List.<Fault>of(), OBJECTS, BrowseScreenTest::holding),
            InstantSource.system());
    routes = home.resolve(".config/crosstrust/routes");
  }

  @AfterAll
  static void stop() throws IOException {
    sandbox.close();
  }

  private static Handler holding(Handler cloud) {
    return request -> {
      if (request.rawQuery().contains("continuation-token=")) {
        try {
          HELD.get().await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return cloud.handle(request);
    };
  }

  @AfterEach
  void close() {
    HELD.get().countDown();
    HELD.set(new CountDownLatch(0));
    Toolkit.run(
        () -> {
          if (stage != null) {
            stage.close();
          }
          Look.LIGHT.apply();
        });
  }

  @Test
  void withoutARouteItSaysWhereToMakeOne() throws IOException {
    open(Map.of(), folder);
    Keys.until("words", () -> texts().contains("No route to AWS is saved"));

    assertThat(Toolkit.call(() -> find("browse-connect").isDisabled())).isTrue();
    picture("empty");
  }

  @Test
  void bucketsPrefixesAndTheBeginningOfAnObject() throws IOException {
    open();
    Keys.until("a route", () -> !find("browse-connect").isDisabled());
    assertThat(Toolkit.call(this::texts)).contains("Not connected");
    picture("not-connected");

    keys.press(KeyCode.ENTER);
    Keys.until("buckets", () -> status().startsWith("4 buckets"));
    assertThat(Toolkit.call(() -> text("browse-expiry"))).contains(" left");
    picture("buckets");

    go("s3://billing-export-111122223333/2026/");
    Keys.until("months", () -> status().equals("11 prefixes"));
    picture("prefix");

    focusTable();
    keys.press(KeyCode.HOME);
    keys.press(KeyCode.ENTER);
    Keys.until("a month", () -> status().equals("1 object"));
    focusTable();
    keys.press(KeyCode.HOME);
    Keys.until("preview", () -> area().map(TextArea::getText).orElse("").contains("service,usd"));
    assertThat(Toolkit.call(() -> area().orElseThrow().getAccessibleText()))
        .isEqualTo("Preview of cost-by-service.csv");
    assertThat(Toolkit.call(() -> scene.getRoot().lookupAll(".crumbs .hyperlink"))).hasSize(4);
    picture("preview");
    Toolkit.run(
        () -> {
          stage.setWidth(1024 - 184);
          stage.setHeight(680);
        });
    picture("preview-1024x680");

    keys.press(KeyCode.C, KeyCode.CONTROL, KeyCode.SHIFT);
    assertThat(Toolkit.call(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("s3://billing-export-111122223333/2026/01/cost-by-service.csv");

    keys.press(KeyCode.UP, KeyCode.ALT);
    Keys.until("up", () -> status().equals("11 prefixes"));
  }

  @Test
  void aRefusedBucketIsOpenedByTypingAndTheTreeStays() throws IOException {
    connected();
    go("audit-logs-444455556666");
    Keys.until("a card", () -> cards() == 1);

    String spoken = Toolkit.call(() -> find("browse-denied").getAccessibleText());
    assertThat(spoken)
        .isEqualTo(
            "audit-logs-444455556666 refuses s3:ListBucket. Principal"
                + " arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp-session,"
                + " resource arn:aws:s3:::audit-logs-444455556666, kind of policy not said: S3 says"
                + " only Access Denied");
    assertThat(Toolkit.call(this::texts))
        .contains("audit-logs-444455556666, refused", "gar-credential-provider-test");
    picture("refused");

    go("gar-credential-provider-test");
    Keys.until("goes on", () -> status().equals("1 object"));
    assertThat(Toolkit.call(() -> find("browse-denied").isVisible())).isFalse();
  }

  @Test
  void aLongListingIsShownAsItComesAndStoppedInTheMiddle() throws IOException {
    connected();
    HELD.set(new CountDownLatch(1));
    go("s3://big-bucket-111122223333/");
    Keys.until("folders", () -> status().equals("1 prefix"));
    keys.press(KeyCode.B, KeyCode.CONTROL);
    Keys.until("the first page", () -> status().startsWith("1,000 objects · still listing"));
    picture("listing");

    Toolkit.run(() -> find("browse-stop").requestFocus());
    keys.press(KeyCode.SPACE);
    Keys.until("stopped", () -> status().equals("1,000 objects · stopped"));
    picture("stopped");

    HELD.get().countDown();
    keys.press(KeyCode.F5);
    Keys.until("all of it", () -> status().equals("5,000 objects"));
    keys.press(KeyCode.F, KeyCode.CONTROL);
    keys.type("object-0004999");
    Keys.until("filtered", () -> status().equals("5,000 objects · 1 match"));
    picture("filtered");
  }

  @Test
  void anObjectIsDownloadedAndNothingIsReplaced() throws IOException {
    connected();
    go("s3://gar-credential-provider-test/");
    Keys.until("the object", () -> status().equals("1 object"));
    focusTable();
    keys.press(KeyCode.HOME);
    keys.press(KeyCode.D, KeyCode.CONTROL);
    Path file = folder.resolve("hello.txt");
    Keys.until("done", () -> texts().contains("Downloaded to " + file + ", 35 B"));
    assertThat(file).hasContent("Read with keys that nobody stored.");
    picture("downloaded");

    keys.press(KeyCode.D, KeyCode.CONTROL);
    Keys.until("said", () -> cards() == 1);
    assertThat(Toolkit.call(this::texts)).contains("s3.GetObject: " + file + " exists already");
    picture("download-failed");
  }

  @Test
  void anUploadThatTheRoleMayNotMakeIsRefusedInPlace() throws IOException {
    Files.writeString(folder.resolve("new.txt"), "new");
    connected();
    go("s3://gar-credential-provider-test/");
    Keys.until("the object", () -> status().equals("1 object"));
    keys.press(KeyCode.U, KeyCode.CONTROL);
    Keys.until("refused", () -> cards() == 1);
    assertThat(Toolkit.call(this::texts).toString()).contains("s3:PutObject");
    picture("upload-refused");
  }

  @Test
  void aRouteThatIsRefusedShowsItsFinding() throws IOException {
    String yaml =
        Files.readString(routes.resolve("gke-to-s3.yaml"))
            .replace("GCPWorkloadIAMRole", "SomeOtherRole");
    write(yaml);
    open(Map.of("XDG_CONFIG_HOME", folder.toString()), home);
    Keys.until("a route", () -> !find("browse-connect").isDisabled());
    keys.press(KeyCode.ENTER);
    Keys.until("a card", () -> cards() > 0);
    assertThat(Toolkit.call(() -> text("browse-connect"))).isEqualTo("Connect again");
    picture("connect-refused");
  }

  @Test
  void aRouteFromAnIdentityThatIsNotHereIsBroken() throws IOException {
    String yaml = Files.readString(routes.resolve("gke-to-s3.yaml")).replace("demo-gke", "nobody");
    write(yaml);
    open(Map.of("XDG_CONFIG_HOME", folder.toString()), home);
    Keys.until("a route", () -> !find("browse-connect").isDisabled());
    keys.press(KeyCode.ENTER);
    Keys.until("a card", () -> cards() > 0);
    assertThat(Toolkit.call(this::texts))
        .contains("there is no Google identity gcloud:nobody on this machine");
    picture("broken");
  }

  @Test
  void anEndedSessionOffersToConnectAgain() throws IOException {
    connected();
    Instant before = now;
    now = before.plus(Duration.ofMinutes(57));
    Keys.until("soon", () -> text("browse-expiry").endsWith("ends soon"));
    picture("ends-soon");
    now = before.plus(Duration.ofMinutes(61));
    Keys.until("over", () -> text("browse-expiry").equals("session ended"));
    assertThat(Toolkit.call(() -> text("browse-connect"))).isEqualTo("Connect again");
    assertThat(Toolkit.call(() -> find("browse-connect").isVisible())).isTrue();
    picture("ended");
  }

  @Test
  void everyControlHasAName() throws IOException {
    connected();
    assertThat(Toolkit.call(() -> nameless(scene.getRoot()))).isEmpty();
  }

  private void connected() throws IOException {
    open();
    Keys.until("a route", () -> !find("browse-connect").isDisabled());
    keys.press(KeyCode.ENTER);
    Keys.until("buckets", () -> status().startsWith("4 buckets"));
  }

  private void go(String address) {
    keys.press(KeyCode.L, KeyCode.CONTROL);
    keys.type(address);
    keys.press(KeyCode.ENTER);
  }

  private void open() throws IOException {
    open(Map.of(), home);
  }

  private void open(Map<String, String> more, Path from) throws IOException {
    Map<String, String> environment = new HashMap<>(sandbox.environment());
    environment.putAll(more);
    Surroundings here =
        from.equals(home)
            ? new Surroundings(
                new Machine(environment, home),
                Surroundings.of(new Machine(sandbox.environment(), home), InstantSource.system())
                    .origins(),
                () -> now)
            : Surroundings.of(new Machine(Map.of(), from), () -> now);
    workplace = new Workplace(here.machine(), here, () -> now, new NoSandboxes());
    Toolkit.run(
        () -> {
          Screen screen =
              BrowseScreen.of(
                  new VirtualBackground(Platform::runLater), workplace, new InFolder(folder));
          scene = new Scene(screen.root(), 1280 - 184, 800);
          Look.dress(scene);
          stage = new Stage();
          stage.setScene(scene);
          stage.show();
          screen.shown().run();
        });
    keys = new Keys(scene);
  }

  private void write(String yaml) throws IOException {
    Path saved = folder.resolve("crosstrust/routes/gke-to-s3.yaml");
    Files.createDirectories(saved.getParent());
    Files.writeString(saved, yaml);
  }

  private void focusTable() {
    Toolkit.run(
        () -> {
          TableView<?> table = (TableView<?>) find("browse-table");
          table.requestFocus();
        });
  }

  private Node find(String id) {
    return scene.getRoot().lookup("#" + id);
  }

  private String text(String id) {
    return ((Labeled) find(id)).getText();
  }

  private String status() {
    return text("browse-status");
  }

  private Optional<TextArea> area() {
    return Optional.ofNullable((TextArea) find("browse-preview-text"));
  }

  private long cards() {
    return scene.getRoot().lookupAll(".finding-card").stream()
        .filter(FindingCard.class::isInstance)
        .count();
  }

  private List<String> texts() {
    return Stream.of(".label", ".cell", ".prose")
        .flatMap(kind -> scene.getRoot().lookupAll(kind).stream())
        .map(node -> node instanceof Labeled labeled ? labeled.getText() : node.getAccessibleText())
        .filter(text -> text != null && !text.isEmpty())
        .toList();
  }

  private static List<String> nameless(Parent parent) {
    return Stream.of(".button", ".text-field", ".combo-box", ".table-view", ".tree-view")
        .flatMap(kind -> parent.lookupAll(kind).stream())
        .filter(node -> node.getAccessibleText() == null)
        .filter(node -> !(node instanceof Labeled labeled) || labeled.getText().isBlank())
        .map(Node::toString)
        .toList();
  }

  private void picture(String state) {
    for (Look look : List.of(Look.LIGHT, Look.DARK)) {
      Toolkit.run(look::apply);
      Pictures.write(
          scene,
          PICTURES.resolve(
              "browse-%s-%s.png".formatted(state, look.name().toLowerCase(Locale.ROOT))));
    }
    Toolkit.run(Look.LIGHT::apply);
  }

  private record InFolder(Path folder) implements Chooser {
    @Override
    public Optional<Path> folder(Window owner, String title) {
      return Optional.of(folder);
    }

    @Override
    public Optional<Path> file(Window owner, String title) {
      return Optional.of(folder.resolve("new.txt"));
    }
  }

  private static final class NoSandboxes implements Sandboxes {
    @Override
    public Running start(Options options) throws IOException {
      throw new IOException("none here");
    }

    @Override
    public List<String> faults() {
      return List.of();
    }
  }
}
