package dev.crosstrust.ui.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.Fault;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.ui.Toolkit;
import dev.crosstrust.ui.kit.FindingCard;
import dev.crosstrust.ui.kit.Prose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screen against real sandboxes, worked by keyboard. */
class RoutesScreenTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path home;
  private Desk desk;

  @AfterEach
  void close() throws IOException {
    desk.close();
  }

  @Test
  void aRouteIsRunAndReadByKeyboard() throws IOException {
    open(List.of());
    assertThat(desk.spoken(".flow-arrow"))
        .containsExactly(
            "ID token from Google tokens: not made yet",
            "temporary credentials from AWS STS: not made yet",
            "ListBuckets from Amazon S3: not made yet",
            "ListRoles from AWS IAM: not made yet");
    desk.picture("ready");

    runToItsEnd();

    assertThat(result()).isEqualTo("done: Everything went as the route expects.");
    assertThat(desk.spoken(".flow-arrow")).hasSize(5).allMatch(arrow -> arrow.contains(": done, "));
    assertThat(desk.spoken(".flow-arrow").get(1))
        .matches("ID token from Google tokens: done, RS256 · \\d+:\\d\\d\\hleft · \\d+\\hms");
    assertThat(desk.spoken(".flow-arrow").getLast())
        .matches("ListRoles from AWS IAM: done, denied, as expected · \\d+\\hms");
    assertThat(Toolkit.call(() -> desk.scene().getFocusOwner().getId())).isEqualTo("result");
    assertThat(title()).as("what is read first").isEqualTo("sts:AssumeRoleWithWebIdentity");
    TabPane tabs = desk.find("#tabs", TabPane.class);
    assertThat(Toolkit.call(() -> tabs.getSelectionModel().getSelectedItem().getText()))
        .isEqualTo("Trust check");

    desk.press(KeyCode.TAB, false);
    desk.picture("done");
  }

  @Test
  void theArrowKeysWalkAlongTheCalls() throws IOException {
    open(List.of());
    runToItsEnd();
    Toolkit.run(() -> desk.scene().lookup(".flow-arrow:chosen").requestFocus());
    desk.press(KeyCode.END, false);
    assertThat(title()).isEqualTo("iam:ListRoles");
    desk.press(KeyCode.LEFT, false);
    desk.press(KeyCode.LEFT, false);
    assertThat(title()).isEqualTo("sts:AssumeRoleWithWebIdentity");
    assertThat(desk.find("#command", TextArea.class).getText())
        .contains("aws sts assume-role-with-web-identity", "--web-identity-token \"$TOKEN\"");
    TabPane tabs = desk.find("#tabs", TabPane.class);
    Toolkit.run(() -> tabs.getSelectionModel().select(3));
    desk.picture("claims");
    Toolkit.run(() -> tabs.getSelectionModel().select(4));
    desk.picture("command");
  }

  @Test
  void aRefusalIsRedOnItsArrowWithItsFinding() throws IOException {
    open(List.of(Fault.AUD_OAUD_SWAPPED));
    runToItsEnd();
    assertThat(result()).startsWith("refused: ");
    assertThat(desk.spoken(".flow-arrow.failed"))
        .singleElement()
        .asString()
        .matches("temporary credentials from AWS STS: failed, 403 AccessDenied · \\d+\\hms");
    assertThat(title()).isEqualTo("sts:AssumeRoleWithWebIdentity");
    assertThat(Toolkit.call(() -> desk.scene().getFocusOwner())).isInstanceOf(FindingCard.class);
    desk.picture("refused");
  }

  @Test
  void aNarrowHeadKeepsTheNameAndTheDirectionAndTellsTheTimeInBrief() throws IOException {
    open(List.of(Fault.AUD_OAUD_SWAPPED));
    runToItsEnd();
    desk.size(1024, 680);
    desk.until("the time in brief", () -> when().matches("\\d+ ms|\\d+\\.\\d s"));
    assertThat(desk.spoken("#when")).singleElement().asString().startsWith("last run ");
    assertThat(desk.find("#chip", Label.class).isVisible()).isTrue();
    Node picture = desk.find("#routes-picture", Node.class);
    assertThat(Toolkit.call(() -> picture.getLayoutBounds().getHeight())).isLessThan(180);
    assertThat(
            Toolkit.call(
                () -> picture.lookupAll(".scroll-bar").stream().noneMatch(Node::isVisible)))
        .as("no scroll bars")
        .isTrue();
  }

  @Test
  void aFindingLeavesTheCheckInSight() throws IOException {
    open(List.of(Fault.AUD_OAUD_SWAPPED));
    runToItsEnd();
    desk.size(1024, 680);
    Toolkit.pulses(4);
    Node check = desk.find("#check-body", Node.class);
    Bounds seen = Toolkit.call(() -> check.localToScene(check.getBoundsInLocal()));
    assertThat(seen.getMaxY()).isLessThanOrEqualTo(680);
    assertThat(seen.getHeight()).isGreaterThan(80);
  }

  @Test
  void aFixIsOpenedAndClosedByKeyboardAndTheFocusGoesBack() throws IOException {
    open(List.of(Fault.AUD_OAUD_SWAPPED));
    runToItsEnd();
    Node card = Toolkit.call(() -> desk.scene().getFocusOwner());
    assertThat(card).isInstanceOf(FindingCard.class);

    desk.press(KeyCode.ENTER, false);
    assertThat(Toolkit.call(() -> desk.scene().getFocusOwner().getId())).isEqualTo("fix-close");
    desk.picture("fix");

    desk.press(KeyCode.ESCAPE, false);
    assertThat(Toolkit.call(() -> desk.scene().lookup("#fix-pane"))).isNull();
    assertThat(Toolkit.call(() -> desk.scene().getFocusOwner())).isSameAs(card);
  }

  @Test
  void anExpiredTokenIsShownAtTheExchange() throws IOException {
    open(List.of(Fault.EXPIRED_TOKEN));
    runToItsEnd();
    assertThat(desk.spoken(".flow-arrow.failed"))
        .singleElement()
        .asString()
        .contains("temporary credentials from AWS STS: failed, 400 ExpiredToken");
    desk.picture("expired");
  }

  @Test
  void anEndpointThatIsDeadIsShownAtItsArrow() throws IOException {
    open(List.of(Fault.RESET));
    runToItsEnd();
    assertThat(result()).startsWith("broken: ");
    assertThat(desk.spoken(".flow-arrow.failed"))
        .singleElement()
        .asString()
        .contains("temporary credentials from AWS STS: failed, no answer");
    desk.picture("broken");
  }

  @Test
  void aRunIsCancelledInTheMiddleAndTheWindowAnswersAllTheWhile() throws IOException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    desk = Desk.on(home, List.of(), holdingAwsBack(asked, never));
    desk.until("routes read", () -> desk.scene().lookup(".flow-box") != null);
    desk.press(KeyCode.F5, false);
    desk.until("asked of AWS", () -> asked.getCount() == 0);
    desk.until("elapsed time", () -> when().matches("running · [1-9].*"));
    assertThat(desk.spoken(".flow-arrow.running"))
        .containsExactly("temporary credentials from AWS STS: being made, asking");
    Label elapsed = desk.find("#when", Label.class);
    assertThat(Toolkit.call(elapsed::getWidth))
        .as("room for the words")
        .isGreaterThanOrEqualTo(Toolkit.call(() -> elapsed.prefWidth(-1)) - 1);
    long before = System.nanoTime();
    Toolkit.run(() -> {});
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PATIENCE);
    desk.picture("running");

    desk.press(KeyCode.ESCAPE, false);
    desk.until("the end", () -> !resultNow().isEmpty());
    never.countDown();

    assertThat(result()).startsWith("cancelled: ");
    assertThat(desk.spoken(".flow-arrow.done")).hasSize(2);
    assertThat(desk.spoken(".flow-arrow.cancelled")).hasSize(1);
    assertThat(desk.find("#routes-run", Button.class).isDisabled()).isFalse();
    desk.picture("cancelled");
  }

  @Test
  void aBrokenFileIsListedWithItsSentenceAndNoRouteAtAllSaysHowToMakeOne() throws IOException {
    open(List.of());
    Path folder = home.resolve(".config/crosstrust/routes");
    Files.writeString(folder.resolve("a-broken.yaml"), "name: a-broken\ndirection: sideways\n");
    Files.delete(folder.resolve("gke-to-s3.yaml"));
    Files.delete(folder.resolve("lambda-to-gcs.yaml"));
    Toolkit.run(desk::shownAgain);
    desk.until("the problem", () -> desk.scene().lookup(".finding-card") != null);
    assertThat(Toolkit.call(() -> label(".finding-because")))
        .contains("a-broken.yaml:2:12: direction");
    desk.picture("broken-file");
    Files.delete(folder.resolve("a-broken.yaml"));
    Toolkit.run(desk::shownAgain);
    desk.until("empty", () -> desk.scene().lookup(".empty") != null);
    assertThat(Toolkit.call(() -> label(".empty .muted"))).contains("web_identity_token_file");
    desk.picture("empty");
  }

  private void open(List<Fault> faults) throws IOException {
    desk = Desk.on(home, faults, UnaryOperator.identity());
    desk.until("routes read", () -> desk.scene().lookup(".flow-box") != null);
    ComboBox<?> chooser = desk.find("#chooser", ComboBox.class);
    assertThat(chooser.getItems().size()).isEqualTo(2);
  }

  private void runToItsEnd() {
    desk.press(KeyCode.F5, false);
    desk.until("the end", () -> !resultNow().isEmpty());
  }

  /** The first of the two clouds is AWS. */
  private static UnaryOperator<Handler> holdingAwsBack(CountDownLatch asked, CountDownLatch until) {
    AtomicInteger cloud = new AtomicInteger();
    return handler ->
        cloud.getAndIncrement() > 0
            ? handler
            : request -> {
              asked.countDown();
              try {
                until.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return handler.handle(request);
            };
  }

  private String result() {
    return Toolkit.call(this::resultNow);
  }

  private String resultNow() {
    String said = desk.scene().lookup("#result").getAccessibleText();
    return said == null ? "" : said;
  }

  private String when() {
    return label("#when");
  }

  private String title() {
    return Toolkit.call(() -> label("#callTitle"));
  }

  private String label(String selector) {
    return switch (desk.scene().lookup(selector)) {
      case Label label -> label.getText();
      case Prose prose -> prose.getAccessibleText();
      case null, default -> "";
    };
  }
}
