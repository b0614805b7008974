package dev.crosstrust.ui.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.Fault;
import dev.crosstrust.ui.Toolkit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tab Set up against real sandboxes, worked by keyboard. */
class SetupTabTest {
  @TempDir Path home;
  private Desk desk;

  @AfterEach
  void close() throws IOException {
    desk.close();
  }

  @Test
  void beforeARunTheTabStandsAloneAndNothingIsAsked() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    desk =
        Desk.on(
            home,
            List.of(),
            handler ->
                request -> {
                  calls.incrementAndGet();
                  return handler.handle(request);
                });
    untilShown();

    assertThat(tabs()).containsExactly("Set up");
    assertThat(Toolkit.call(() -> desk.scene().lookup(".empty").isVisible())).isTrue();
    assertThat(calls).hasValue(0);
    desk.picture("setup-empty");
  }

  @Test
  void whoLooksIsChosenAndAllIsFoundPresent() throws IOException {
    open(List.of());
    choose("#setup-google", "gcloud:demo-user");
    choose("#setup-aws", "aws:sandbox-admin");

    check();

    assertThat(label("#setup-summary")).endsWith(" present · 0 missing · 0 unknown");
    assertThat(spokenItems()).allMatch(item -> item.startsWith("present: "));
    desk.picture("setup-present");
  }

  @Test
  void whatIsMissingIsChosenFirstAndItsCommandIsCopiedByKeyboard() throws IOException {
    open(List.of(Fault.AUD_OAUD_SWAPPED));
    desk.size(1024, 680);
    choose("#setup-google", "gcloud:demo-user");
    choose("#setup-aws", "aws:sandbox-admin");

    check();

    desk.until(
        "the chosen piece in sight",
        () -> desk.scene().lookup("#setup-items .list-cell:selected") != null);
    assertThat(desk.spoken("#setup-items .list-cell:selected"))
        .singleElement()
        .asString()
        .startsWith("missing: The trust policy of GCPWorkloadIAMRole lets the token in.");
    assertThat(desk.spoken("#setup-items .list-cell:filled").getFirst())
        .as("what is missing stands first")
        .startsWith("missing: ");
    assertThat(label("#setup-summary")).endsWith(" present · 1 missing · 0 unknown");
    desk.picture("setup-missing");
    Button copy = Toolkit.call(() -> (Button) desk.scene().lookup("#setup-detail .button"));
    assertThat(Toolkit.call(copy::getText)).isEqualTo("Copy aws command");
    Toolkit.run(copy::requestFocus);
    desk.press(KeyCode.SPACE, false);
    assertThat(Toolkit.call(() -> Clipboard.getSystemClipboard().getString()))
        .startsWith("aws iam update-assume-role-policy --role-name GCPWorkloadIAMRole")
        .contains("accounts.google.com:oaud");
  }

  @Test
  void theArrowKeysWalkAlongThePieces() throws IOException {
    open(List.of());
    check();
    assertThat(Toolkit.call(() -> desk.scene().getFocusOwner())).isInstanceOf(ListView.class);
    String first = label("#setup-detail .section-title");

    desk.press(KeyCode.DOWN, false);

    assertThat(label("#setup-detail .section-title")).isNotEqualTo(first);
    desk.picture("setup-unknown");
    desk.size(1024, 680);
    desk.picture("setup-unknown-small");
  }

  @Test
  void aRunBringsItsOwnTabsAndLeavesWhatWasFound() throws IOException {
    open(List.of());
    check();
    String before = label("#setup-summary");

    desk.press(KeyCode.F5, false);
    desk.until(
        "the end",
        () -> {
          String said = desk.scene().lookup("#result").getAccessibleText();
          return said != null && !said.isEmpty();
        });

    assertThat(tabs())
        .containsExactly("Trust check", "Request", "Response", "Claims", "Command", "Set up");
    assertThat(chosenTab()).isEqualTo("Trust check");
    TabPane pane = desk.find("#tabs", TabPane.class);
    Toolkit.run(() -> pane.getSelectionModel().selectLast());
    assertThat(label("#setup-summary")).isEqualTo(before);
    desk.picture("setup-after-run");
  }

  @Test
  void aLookThatTakesLongIsCancelled() throws IOException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    desk =
        Desk.on(
            home,
            List.of(),
            handler ->
                request -> {
                  asked.countDown();
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return handler.handle(request);
                });
    untilShown();
    choose("#setup-google", "gcloud:demo-user");
    Toolkit.run(() -> desk.scene().lookup("#setup-check").requestFocus());
    desk.press(KeyCode.SPACE, false);
    desk.until("asked", () -> asked.getCount() == 0);
    desk.until("the way out", () -> cancelButton() != null);
    assertThat(desk.find("#setup-check", Button.class).isDisabled()).isTrue();
    desk.picture("setup-working");

    Toolkit.run(() -> cancelButton().fire());

    desk.until("as before", () -> desk.scene().lookup(".empty") != null);
    assertThat(desk.find("#setup-check", Button.class).isDisabled()).isFalse();
    never.countDown();
  }

  private Button cancelButton() {
    return desk.scene().getRoot().lookupAll(".working .button").stream()
        .filter(Node::isVisible)
        .map(Button.class::cast)
        .findFirst()
        .orElse(null);
  }

  private void open(List<Fault> faults) throws IOException {
    desk = Desk.on(home, faults, UnaryOperator.identity());
    untilShown();
  }

  private void untilShown() {
    desk.until("routes read", () -> desk.scene().lookup("#setup-check") != null);
    desk.until(
        "identities read",
        () -> ((ComboBox<?>) desk.scene().lookup("#setup-aws")).getItems().size() > 1);
  }

  /** With the arrow keys, as one does on a closed chooser. */
  private void choose(String selector, String id) {
    Toolkit.run(() -> desk.scene().lookup(selector).requestFocus());
    ComboBox<?> box = desk.find(selector, ComboBox.class);
    for (int i = 0; i < 10 && !id.equals(Toolkit.call(box::getValue)); i++) {
      desk.press(KeyCode.DOWN, false);
    }
    assertThat(Toolkit.call(box::getValue)).isEqualTo(id);
  }

  private void check() {
    Toolkit.run(() -> desk.scene().lookup("#setup-check").requestFocus());
    desk.press(KeyCode.SPACE, false);
    desk.until("found", () -> desk.scene().lookup("#setup-items") != null);
  }

  private List<String> spokenItems() {
    return desk.spoken("#setup-items .list-cell");
  }

  private List<String> tabs() {
    return Toolkit.call(this::tabsNow);
  }

  private List<String> tabsNow() {
    return ((TabPane) desk.scene().lookup("#tabs")).getTabs().stream().map(Tab::getText).toList();
  }

  private String chosenTab() {
    TabPane pane = desk.find("#tabs", TabPane.class);
    return Toolkit.call(() -> pane.getSelectionModel().getSelectedItem().getText());
  }

  private String label(String selector) {
    return Toolkit.call(() -> ((Label) desk.scene().lookup(selector)).getText());
  }
}
