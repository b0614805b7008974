package dev.crosstrust.ui.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.SharedKeys;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Response;
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
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screen on the sandbox's Cloud Storage, where the role may name objects and list nothing. */
class BrowseGoogleTest {
  private static final String BUCKET = "gs://my-test-bucket-fc436b0fe1b7c943/";

  @TempDir static Path home;
  private static Sandbox sandbox;

  /** What insertions are answered with; empty when the cloud answers. */
  private static final AtomicReference<String> ROW_ERRORS = new AtomicReference<>("");

  @TempDir Path folder;
  private Instant now = Instant.now();
  private BrowseWindow window;

  @BeforeAll
  static void start() throws IOException {
    Toolkit.start();
    sandbox =
        Sandbox.start(
            new Sandbox.Options(home, 0, List.of(), 0, BrowseGoogleTest::schemaAhead),
            InstantSource.system(),
            SharedKeys.ofOneCloud());
  }

  /** Answers as BigQuery does whose schema has changed since it was read. */
  private static Handler schemaAhead(Handler cloud) {
    return request ->
        !ROW_ERRORS.get().isEmpty() && request.rawPath().endsWith("/insertAll")
            ? Response.of(200, "application/json", ROW_ERRORS.get())
            : cloud.handle(request);
  }

  @AfterAll
  static void stop() throws IOException {
    sandbox.close();
  }

  @AfterEach
  void close() {
    ROW_ERRORS.set("");
    window.close();
  }

  @Test
  void aRefusedListingShowsWhoWasRefusedWhatAndTheWayOn() throws IOException {
    connected();
    window.picture("gs-no-buckets");
    window.go("my-test-bucket-fc436b0fe1b7c943");
    window.until("a card", () -> window.cards() == 1);

    assertThat(Toolkit.call(() -> window.find("browse-denied").getAccessibleText()))
        .startsWith(
            "my-test-bucket-fc436b0fe1b7c943 refuses storage.objects.list. Principal"
                + " principalSet://iam.googleapis.com/projects/123456789012/")
        .contains("my-test-bucket-fc436b0fe1b7c943, or it does not exist");
    assertThat(Toolkit.call(() -> window.text("browse-denied-meaning")))
        .startsWith("Objects may still be read and written by their names.");
    window.picture("gs-refused");

    Toolkit.run(() -> window.find("browse-object-name").requestFocus());
    window.type("README.md");
    window.press(KeyCode.ENTER);
    window.until("preview", () -> preview().contains("# Written to from another cloud"));
    window.until("said again", () -> window.texts().toString().contains("GetObjectMetadata went"));
    assertThat(Toolkit.call(window::texts).toString())
        .contains(
            "Objects of bucket my-test-bucket-fc436b0fe1b7c943 may be used, and the bucket may not"
                + " be listed");
    window.picture("gs-object-by-name");

    window.press(KeyCode.D, KeyCode.CONTROL);
    window.until("downloaded", () -> window.texts().toString().contains("Downloaded to"));
    assertThat(folder.resolve("README.md")).hasContent("# Written to from another cloud");
  }

  @Test
  void anAddressOfAnObjectOpensItWhereNothingMayBeListed() throws IOException {
    connected();
    window.go(BUCKET + "reports/2026/10/summary.csv");
    window.until("preview", () -> preview().contains("31,1204"));

    window.press(KeyCode.C, KeyCode.CONTROL, KeyCode.SHIFT);
    assertThat(Toolkit.call(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo(BUCKET + "reports/2026/10/summary.csv");
    window.press(KeyCode.X, KeyCode.CONTROL, KeyCode.SHIFT);
    assertThat(Toolkit.call(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("gcloud storage cp %sreports/2026/10/summary.csv .".formatted(BUCKET));
  }

  @Test
  void anUploadIntoABucketThatMayNotBeListedExplainsTheRefusal() throws IOException {
    Files.writeString(folder.resolve("new.txt"), "new");
    connected();
    window.go(BUCKET);
    window.until("a card", () -> window.cards() == 1);
    Toolkit.run(() -> window.find("browse-object-name").requestFocus());
    window.type("inbox/mine.txt");
    window.push("#browse-object-upload");
    window.until(
        "a question",
        () -> window.texts().toString().contains("may not see whether %sinbox".formatted(BUCKET)));
    window.push("#browse-transfer-yes");
    window.until(
        "uploaded",
        () -> window.texts().toString().contains("Uploaded to %sinbox/mine.txt".formatted(BUCKET)));
    window.until("said again", () -> window.texts().toString().contains("may be used, and"));
    window.picture("gs-uploaded");
  }

  @Test
  void theTokenIsRenewedByTheNextCallAndTheChipSaysSo() throws IOException {
    connected();
    now = now.plus(Duration.ofSeconds(270));
    window.until("soon", () -> window.text("browse-expiry").startsWith("ends in 00:"));

    window.go(BUCKET + "README.md");
    window.until("preview", () -> preview().contains("# Written to"));
    window.until("longer", () -> !window.text("browse-expiry").startsWith("ends in 00:"));
    assertThat(Toolkit.call(() -> window.text("browse-expiry"))).isNotEqualTo("session ended");
  }

  @Test
  void connectingAgainStaysInTheBucket() throws IOException {
    connected();
    window.go(BUCKET);
    window.until("a card", () -> window.cards() == 1);
    now = now.plus(Duration.ofSeconds(270));
    window.until("soon", () -> window.text("browse-expiry").startsWith("ends in 00:"));

    window.press(KeyCode.ENTER, KeyCode.CONTROL);
    window.until("another token", () -> !window.text("browse-expiry").startsWith("ends in 00:"));
    // The window's clock runs ahead of the cloud's here, which is found too.
    window.until("refused again", () -> window.cards() > 0);
    assertThat(Toolkit.call(() -> window.find("browse-denied").getAccessibleText()))
        .startsWith("my-test-bucket-fc436b0fe1b7c943 refuses storage.objects.list");
  }

  @Test
  void anObjectThatIsRefusedTooIsSaidInPlace() throws IOException {
    connected();
    window.go("gs://my-second-bucket-fc436b0fe1b7c943/private.txt");
    window.until("said", () -> window.texts().toString().contains("private.txt is not opened. "));

    assertThat(Toolkit.call(() -> window.text("browse-object-words")))
        .contains("asked for storage.objects.get on //storage.googleapis.com/projects/_/buckets/");
    window.picture("gs-object-refused");
  }

  @Test
  void aTableIsOpenedByTypingAndARowIsInsertedAndReadBack() throws IOException {
    connected();
    window.go("my_dataset.my_table");
    window.until("the table", () -> window.texts().contains("No rows"));
    assertThat(Toolkit.call(window::texts))
        .contains("timestamp", "TIMESTAMP", "REQUIRED", "message", "STRING", "NULLABLE");
    window.picture("table-empty");

    window.push("#browse-table-insert");
    assertThat(Toolkit.call(() -> window.text("browse-insert-warning")))
        .startsWith("This writes one row into demo-product-sbx.my_dataset.my_table as principal");
    window.picture("insert-form");

    TextField moment = (TextField) window.find("browse-insert-timestamp");
    String now = Toolkit.call(moment::getText);
    Toolkit.run(moment::requestFocus);
    window.press(KeyCode.END);
    window.type(" soon");
    assertThat(Toolkit.call(window::texts).toString()).contains("timestamp is TIMESTAMP: write a");
    window.press(KeyCode.ENTER);
    window.until(
        "not written", () -> window.text("browse-insert-result").startsWith("Not written"));
    window.picture("insert-invalid");

    Toolkit.run(() -> moment.setText(now));
    Toolkit.run(() -> window.find("browse-insert-message").requestFocus());
    window.type("typed here");
    window.press(KeyCode.ENTER);
    window.until(
        "read back",
        () -> window.text("browse-insert-result").startsWith("Inserted and read back"));
    window.until("the row", () -> window.texts().contains("typed here"));
    assertThat(Toolkit.call(() -> window.text("browse-table-words"))).isEqualTo("1 row");
    window.picture("table-rows");

    window.press(KeyCode.X, KeyCode.CONTROL, KeyCode.SHIFT);
    assertThat(Toolkit.call(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("bq head demo-product-sbx:my_dataset.my_table");
  }

  @Test
  void rowErrorsAreShownAsAFailure() throws IOException {
    ROW_ERRORS.set(
        """
        {"kind": "bigquery#tableDataInsertAllResponse", "insertErrors": [{"index": 0, "errors": [
          {"reason": "invalid", "location": "message", "message": "no such field: message."}]}]}
        """);
    connected();
    window.go("my_dataset.my_table");
    window.until("the table", () -> window.find("browse-table-insert") != null);
    window.push("#browse-table-insert");
    Toolkit.run(() -> window.find("browse-insert-message").requestFocus());
    window.type("typed here");
    window.push("#browse-insert-write");
    window.until(
        "row errors",
        () ->
            window
                .text("browse-insert-result")
                .equals(
                    "Nothing was inserted, although the answer had status 200. Row 0 was not"
                        + " taken: message: no such field: message."));
    window.picture("insert-row-errors");
  }

  @Test
  void theTreeLeadsFromDatasetsToTables() throws IOException {
    connected();
    Toolkit.run(() -> window.find("browse-tables").requestFocus());
    window.press(KeyCode.HOME);
    window.press(KeyCode.ENTER);
    window.until("the dataset", () -> window.texts().contains("demo-product-sbx.my_dataset"));
    window.picture("datasets");

    Toolkit.run(() -> window.find("browse-table-names").requestFocus());
    window.press(KeyCode.HOME);
    window.press(KeyCode.ENTER);
    window.until(
        "the table", () -> window.texts().contains("demo-product-sbx.my_dataset.my_table"));
  }

  @Test
  void aDatasetThatIsRefusedIsShownInPlaceWithTheWayOn() throws IOException {
    connected();
    window.go("other_dataset.some_table");
    window.until("a card", () -> window.cards() == 1);

    assertThat(Toolkit.call(() -> window.text("browse-tables-way"))).startsWith("Type dataset.");
    window.picture("table-refused");
    window.go("my-test-bucket-fc436b0fe1b7c943");
    window.until("buckets again", () -> window.shows("#browse-denied"));
  }

  private String preview() {
    return window.area().map(TextArea::getText).orElse("");
  }

  private void connected() throws IOException {
    Map<String, String> environment = new HashMap<>(sandbox.environment());
    environment.put(
        "CROSSTRUST_ORIGINS", home.resolve(".config/crosstrust/origins.json").toString());
    window = new BrowseWindow(new Machine(environment, home), () -> now, folder);
    window.until("a route", () -> window.find("browse-connect").isFocused());
    Toolkit.run(() -> window.find("browse-route").requestFocus());
    window.press(KeyCode.DOWN);
    window.until(
        "the other road",
        () ->
            String.valueOf(((ComboBox<?>) window.find("browse-route")).getValue())
                .contains("lambda-to-gcs"));
    window.press(KeyCode.ENTER, KeyCode.CONTROL);
    window.until("no list", () -> window.texts().contains("Type a bucket's address"));
  }
}
