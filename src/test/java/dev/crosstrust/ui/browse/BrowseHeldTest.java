package dev.crosstrust.ui.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.sandbox.Fault;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.ui.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Endpoints that do not answer until the test lets them: the window does all the while. */
class BrowseHeldTest {
  @TempDir static Path home;
  private static final AtomicReference<Hold> HELD = new AtomicReference<>(Hold.none());
  private static Sandbox sandbox;

  @TempDir Path folder;
  private BrowseWindow window;

  /** Which requests wait, that one has come, and what lets them go on. */
  private record Hold(Predicate<Request> which, CountDownLatch asked, CountDownLatch release) {
    static Hold of(Predicate<Request> which) {
      return new Hold(which, new CountDownLatch(1), new CountDownLatch(1));
    }

    static Hold none() {
      return of(_ -> false);
    }

    static Handler over(Handler cloud) {
      return request -> {
        Hold now = HELD.get();
        if (now.which().test(request)) {
          now.asked().countDown();
          try {
            now.release().await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        }
        return cloud.handle(request);
      };
    }
  }

  @BeforeAll
  static void start() throws IOException {
    sandbox =
        Sandbox.start(
            new Sandbox.Options(home, 0, List.<Fault>of(), 3_000, Hold::over),
            InstantSource.system());
  }

  @AfterAll
  static void stop() throws IOException {
    sandbox.close();
  }

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("new.txt"), "new");
    window =
        new BrowseWindow(new Machine(sandbox.environment(), home), InstantSource.system(), folder);
  }

  @AfterEach
  void close() {
    release();
    window.close();
  }

  @Test
  void connectingLeavesTheWindowToTheUserAndCanBeCancelledAndTriedAgain() {
    hold(request -> request.rawPath().contains("generateIdToken"));
    window.connect();
    untilAsked();
    assertThat(Toolkit.call(() -> window.shows(".working .button"))).isFalse();

    window.pass(Duration.ofMillis(1100));
    window.until("words", () -> window.texts().contains("Getting keys by gke-to-s3"));
    window.pass(Duration.ofSeconds(2));
    window.until("time", () -> window.texts().contains("Getting keys by gke-to-s3 · 3 s"));
    assertThat(Toolkit.call(() -> window.shows(".working .button"))).isTrue();
    window.picture("connecting");

    window.press(KeyCode.DIGIT2, KeyCode.CONTROL);
    window.until("another screen", () -> window.find("lens") != null);
    Toolkit.run(() -> window.scene().lookup("#lens .text-input").requestFocus());
    window.type("eyJ");
    assertThat(Toolkit.call(() -> ((TextInputControl) window.scene().getFocusOwner()).getText()))
        .contains("eyJ");
    window.press(KeyCode.DIGIT4, KeyCode.CONTROL);

    window.push(".working .button");
    window.until("cancelled", () -> window.texts().contains("Connecting was cancelled"));
    untilNothingGoesOn();
    window.picture("connecting-cancelled");

    release();
    window.connect();
    window.until("buckets", () -> window.status().startsWith("4 buckets"));
  }

  @Test
  void aListingThatDoesNotBeginCanBeCancelledAndBegunAgain() {
    connected();
    hold(request -> request.rawPath().startsWith("/big-bucket"));
    window.go("s3://big-bucket-111122223333/");
    untilAsked();
    window.pass(Duration.ofSeconds(4));
    String words = "Listing s3://big-bucket-111122223333/ · 4 s";
    window.until("time", () -> window.texts().contains(words));
    typingWorks();
    window.picture("listing-held");

    window.push(".working .button");
    window.until("stopped", () -> window.texts().contains("Stopped"));
    untilNothingGoesOn();
    window.picture("listing-cancelled");

    release();
    window.press(KeyCode.F5);
    window.until("a prefix", () -> window.status().equals("1 prefix"));
  }

  @Test
  void aPreviewThatDoesNotComeCanBeCancelledAndAskedForAgain() {
    anObjectIsChosen();
    hold(request -> request.header("range").isPresent());
    window.press(KeyCode.ENTER);
    untilAsked();
    window.pass(Duration.ofSeconds(4));
    window.until("time", () -> window.texts().contains("Reading the beginning · 4 s"));
    typingWorks();
    window.picture("preview-held");

    window.push("#browse-preview .working .button");
    window.until("cancelled", () -> window.texts().contains("Not read yet"));
    untilNothingGoesOn();

    release();
    window.focusTable();
    window.press(KeyCode.ENTER);
    window.until("text", () -> window.area().isPresent());
  }

  @Test
  void aDownloadCanBeCancelledAndLeavesNothingBehind() throws IOException {
    anObjectIsChosen();
    hold(request -> request.rawPath().endsWith("hello.txt"));
    window.press(KeyCode.D, KeyCode.CONTROL);
    untilAsked();
    window.pass(Duration.ofSeconds(4));
    window.until(
        "time", () -> window.texts().contains("Downloading hello.txt · 0 B of 35 B · 4 s"));
    typingWorks();
    window.picture("downloading");

    window.push("#browse-transfer-cancel");
    window.until("cancelled", () -> window.texts().contains("Downloading hello.txt: cancelled"));
    untilNothingGoesOn();
    window.picture("download-cancelled");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("new.txt"));
    }

    release();
    window.focusTable();
    window.press(KeyCode.D, KeyCode.CONTROL);
    window.until("done", () -> Files.exists(folder.resolve("hello.txt")));
  }

  @Test
  void anUploadCanBeCancelledAndTriedAgain() {
    anObjectIsChosen();
    hold(request -> request.method().equals("PUT"));
    window.press(KeyCode.U, KeyCode.CONTROL);
    untilAsked();
    window.pass(Duration.ofSeconds(4));
    window.until(
        "time",
        () -> window.texts().stream().anyMatch(it -> it.matches("Uploading new.txt.* · 4 s")));
    typingWorks();

    window.push("#browse-transfer-cancel");
    window.until("cancelled", () -> window.texts().contains("Uploading new.txt: cancelled"));
    untilNothingGoesOn();

    release();
    window.focusTable();
    window.press(KeyCode.U, KeyCode.CONTROL);
    window.until("an answer", () -> window.cards() == 1);
  }

  private void connected() {
    window.connect();
    window.until("buckets", () -> window.status().startsWith("4 buckets"));
  }

  private void anObjectIsChosen() {
    connected();
    window.go("s3://gar-credential-provider-test/");
    window.until("the object", () -> window.status().equals("1 object"));
    window.focusTable();
    window.press(KeyCode.HOME);
  }

  private void typingWorks() {
    window.press(KeyCode.L, KeyCode.CONTROL);
    window.type("typed");
    assertThat(Toolkit.call(() -> ((TextField) window.find("browse-address")).getText()))
        .isEqualTo("typed");
    window.press(KeyCode.ESCAPE);
  }

  private static void hold(Predicate<Request> which) {
    HELD.set(Hold.of(which));
  }

  private void untilAsked() {
    window.until("asked", () -> HELD.get().asked().getCount() == 0);
  }

  private static void release() {
    HELD.getAndSet(Hold.none()).release().countDown();
  }

  /** The endpoint still holds its answer back: the call itself has been ended. */
  private void untilNothingGoesOn() {
    window.until("the call's end", () -> window.atWork() == 0);
  }
}
