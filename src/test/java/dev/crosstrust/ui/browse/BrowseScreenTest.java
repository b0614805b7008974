package dev.crosstrust.ui.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.sandbox.Fault;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.SharedKeys;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.ui.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screen on the sandbox's clouds, by keyboard alone. */
class BrowseScreenTest {
  private static final int OBJECTS = 5_000;

  @TempDir static Path home;

  /** What a request for a further page waits for, when a test holds it. */
  private static final AtomicReference<CountDownLatch> HELD =
      new AtomicReference<>(new CountDownLatch(0));

  private static Sandbox sandbox;
  private static Path routes;

  @TempDir Path folder;

  private Instant now = Instant.now();
  private BrowseWindow window;

  @BeforeAll
  static void start() throws IOException {
    Toolkit.start();
    sandbox =
        Sandbox.start(
            new Sandbox.Options(home, 0, List.<Fault>of(), OBJECTS, BrowseScreenTest::holding),
            InstantSource.system(),
            SharedKeys.ofOneCloud());
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
    window.close();
  }

  @Test
  void withoutARouteItSaysWhereToMakeOne() throws IOException {
    open(Map.of("XDG_CONFIG_HOME", folder.toString()));
    window.until("words", () -> window.texts().contains("No route is saved"));

    assertThat(Toolkit.call(() -> window.find("browse-connect").isDisabled())).isTrue();
    window.picture("empty");
  }

  @Test
  void bucketsPrefixesAndTheBeginningOfAnObject() throws IOException {
    open();
    window.until("a route", () -> window.find("browse-connect").isFocused());
    assertThat(Toolkit.call(window::texts)).contains("Not connected");
    window.picture("not-connected");

    window.press(KeyCode.ENTER);
    window.until("buckets", () -> window.status().startsWith("4 buckets"));
    assertThat(Toolkit.call(() -> window.text("browse-expiry"))).contains(" left");
    window.picture("buckets");

    window.go("s3://billing-export-111122223333/2026/");
    window.until("months", () -> window.status().equals("11 prefixes"));
    window.picture("prefix");

    window.focusTable();
    window.press(KeyCode.HOME);
    window.press(KeyCode.ENTER);
    window.until("a month", () -> window.status().equals("1 object"));
    window.focusTable();
    window.press(KeyCode.HOME);
    window.press(KeyCode.ENTER);
    window.until(
        "preview", () -> window.area().map(TextArea::getText).orElse("").contains("service,usd"));
    assertThat(Toolkit.call(() -> window.area().orElseThrow().getAccessibleText()))
        .isEqualTo("Beginning of cost-by-service.csv");
    assertThat(Toolkit.call(() -> window.scene().getRoot().lookupAll(".crumbs .hyperlink")))
        .hasSize(4);
    window.picture("preview");

    window.press(KeyCode.C, KeyCode.CONTROL, KeyCode.SHIFT);
    assertThat(Toolkit.call(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("s3://billing-export-111122223333/2026/01/cost-by-service.csv");

    window.press(KeyCode.UP, KeyCode.ALT);
    window.until("up", () -> window.status().equals("11 prefixes"));
  }

  @Test
  void aRefusedBucketIsOpenedByTypingAndTheTreeStays() throws IOException {
    connected();
    window.go("audit-logs-444455556666");
    window.until("a card", () -> window.cards() == 1);

    String spoken = Toolkit.call(() -> window.find("browse-denied").getAccessibleText());
    assertThat(spoken)
        .isEqualTo(
            "audit-logs-444455556666 refuses s3:ListBucket. Principal"
                + " arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp-session,"
                + " resource arn:aws:s3:::audit-logs-444455556666, kind of policy not said: the"
                + " answer is only \"Access Denied\"");
    assertThat(Toolkit.call(window::texts))
        .contains("audit-logs-444455556666, refused", "gar-credential-provider-test");
    window.picture("refused");

    window.go("gar-credential-provider-test");
    window.until("goes on", () -> window.status().equals("1 object"));
    assertThat(Toolkit.call(() -> window.find("browse-denied").isVisible())).isFalse();
  }

  @Test
  void aLongListingIsShownAsItComesAndStoppedInTheMiddle() throws IOException {
    connected();
    HELD.set(new CountDownLatch(1));
    window.go("s3://big-bucket-111122223333/");
    window.until("folders", () -> window.status().equals("1 prefix"));
    window.press(KeyCode.B, KeyCode.CONTROL);
    window.until(
        "the first page", () -> window.status().startsWith("1,000 objects · still listing"));
    window.picture("listing");

    Toolkit.run(() -> window.find("browse-stop").requestFocus());
    window.press(KeyCode.SPACE);
    window.until("stopped", () -> window.status().equals("1,000 objects · stopped"));
    window.picture("stopped");

    HELD.get().countDown();
    window.press(KeyCode.F5);
    window.until("all of it", () -> window.status().equals("5,000 objects"));
    window.press(KeyCode.F, KeyCode.CONTROL);
    window.type("object-0004999");
    window.until("filtered", () -> window.status().equals("5,000 objects · 1 match"));
    window.picture("filtered");
  }

  @Test
  void anObjectIsDownloadedAndNothingIsReplaced() throws IOException {
    connected();
    window.go("s3://gar-credential-provider-test/");
    window.until("the object", () -> window.status().equals("1 object"));
    window.focusTable();
    window.press(KeyCode.HOME);
    window.press(KeyCode.D, KeyCode.CONTROL);
    Path file = folder.resolve("hello.txt");
    window.until("done", () -> window.texts().contains("Downloaded to " + file + ", 35 B"));
    assertThat(file).hasContent("Read with keys that nobody stored.");
    window.picture("downloaded");

    window.press(KeyCode.D, KeyCode.CONTROL);
    window.until("asked", () -> window.texts().contains(file + " is there already"));
    Files.writeString(file, "mine");
    window.picture("download-question");
    Toolkit.run(() -> window.find("browse-transfer-no").requestFocus());
    window.press(KeyCode.SPACE);
    window.until("gone", () -> !window.find("browse-transfer").isVisible());
    assertThat(file).hasContent("mine");

    Toolkit.run(() -> window.find("browse-table").requestFocus());
    window.press(KeyCode.D, KeyCode.CONTROL);
    window.until("asked", () -> window.texts().contains(file + " is there already"));
    Toolkit.run(() -> window.find("browse-transfer-yes").requestFocus());
    window.press(KeyCode.SPACE);
    window.until("done", () -> window.texts().contains("Downloaded to " + file + ", 35 B"));
    assertThat(file).hasContent("Read with keys that nobody stored.");
  }

  @Test
  void anUploadThatTheRoleMayNotMakeIsRefusedInPlace() throws IOException {
    Files.writeString(folder.resolve("new.txt"), "new");
    connected();
    window.go("s3://gar-credential-provider-test/");
    window.until("the object", () -> window.status().equals("1 object"));
    window.press(KeyCode.U, KeyCode.CONTROL);
    window.until("refused", () -> window.cards() == 1);
    assertThat(Toolkit.call(window::texts).toString()).contains("s3:PutObject");
    window.picture("upload-refused");
  }

  @Test
  void aRouteThatIsRefusedShowsItsFinding() throws IOException {
    String yaml =
        Files.readString(routes.resolve("gke-to-s3.yaml"))
            .replace("GCPWorkloadIAMRole", "SomeOtherRole");
    write(yaml);
    open(Map.of("XDG_CONFIG_HOME", folder.toString()));
    window.connect();
    window.until("a card", () -> window.cards() > 0);
    assertThat(Toolkit.call(() -> window.text("browse-connect"))).isEqualTo("Connect again");
    window.picture("connect-refused");
  }

  @Test
  void aRouteFromAnIdentityThatIsNotHereIsBroken() throws IOException {
    String yaml = Files.readString(routes.resolve("gke-to-s3.yaml")).replace("demo-gke", "nobody");
    write(yaml);
    open(Map.of("XDG_CONFIG_HOME", folder.toString()));
    window.connect();
    window.until("a card", () -> window.cards() > 0);
    assertThat(Toolkit.call(window::texts))
        .contains("there is no Google identity gcloud:nobody on this machine");
    window.picture("broken");
  }

  @Test
  void anEndedSessionOffersToConnectAgain() throws IOException {
    connected();
    Instant before = now;
    now = before.plus(Duration.ofMinutes(57));
    window.until("soon", () -> window.text("browse-expiry").startsWith("ends in "));
    window.picture("ends-soon");
    now = before.plus(Duration.ofMinutes(61));
    window.until("over", () -> window.text("browse-expiry").equals("session ended"));
    assertThat(Toolkit.call(() -> window.text("browse-connect"))).isEqualTo("Connect again");
    assertThat(Toolkit.call(() -> window.find("browse-connect").isVisible())).isTrue();
    window.picture("ended");
  }

  private void connected() throws IOException {
    open();
    window.connect();
    window.until("buckets", () -> window.status().startsWith("4 buckets"));
  }

  private void open() throws IOException {
    open(Map.of());
  }

  /** On the sandbox, with other routes where the variable says so. */
  private void open(Map<String, String> more) throws IOException {
    Map<String, String> environment = new HashMap<>(sandbox.environment());
    environment.putAll(more);
    environment.put(
        "CROSSTRUST_ORIGINS", home.resolve(".config/crosstrust/origins.json").toString());
    window = new BrowseWindow(new Machine(environment, home), () -> now, folder);
  }

  private void write(String yaml) throws IOException {
    Path saved = folder.resolve("crosstrust/routes/gke-to-s3.yaml");
    Files.createDirectories(saved.getParent());
    Files.writeString(saved, yaml);
  }
}
