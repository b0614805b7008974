package dev.crosstrust.ui.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.Fault;
import dev.crosstrust.ui.Toolkit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the other side will answer, foretold and compared, on real sandboxes and by keyboard. */
class RouteCheckScreenTest {
  @TempDir Path home;
  private Desk desk;

  @AfterEach
  void close() throws IOException {
    desk.close();
  }

  @Test
  void aRefusalIsForetoldExplainedAndComesTrue() throws IOException {
    open(List.of(Fault.AUD_OAUD_SWAPPED));

    predict();

    assertThat(tab()).isEqualTo("Trust check");
    assertThat(label("#check-bar .badge")).isEqualTo("would be refused");
    assertThat(label("#check-because")).isEqualTo("Predicted: AWS STS would refuse this token.");
    assertThat(desk.spoken(".check-row"))
        .anyMatch(
            row -> row.startsWith("accounts.google.com:aud") && row.contains("(azp); no match."));
    assertThat(desk.spoken("#check-bar"))
        .singleElement()
        .asString()
        .startsWith(
            "Predicted: AWS STS would refuse this token. The token would be refused, because the"
                + " policy asks");
    assertThat(desk.spoken(".flow-arrow.hopeless"))
        .containsExactly("temporary credentials from AWS STS: not made yet, would be refused");
    desk.picture("predicted");

    desk.press(KeyCode.F5, false);
    desk.until("the end", () -> !result().isEmpty());
    assertThat(tab()).isEqualTo("Trust check");
    assertThat(label("#check-because")).isEqualTo("Predicted refused, and AWS STS refused.");
    assertThat(desk.spoken("#check-bar"))
        .singleElement()
        .asString()
        .startsWith(
            "Predicted refused, and AWS STS refused. The token was refused; our check agrees: The"
                + " policy asks");
    assertThat(label("#check-bar .badge")).isEqualTo("refused · our check agrees");
    assertThat(Toolkit.call(() -> desk.scene().lookup("#said").isVisible()))
        .as("the card has the service's words")
        .isFalse();
    desk.picture("checked");
    desk.size(1024, 680);
    Toolkit.pulses(4);
    Node row = Toolkit.call(() -> desk.scene().lookup(".check-row"));
    Bounds seen = Toolkit.call(() -> row.localToScene(row.getLayoutBounds()));
    assertThat(seen.getMaxY()).isLessThan(640);
  }

  @Test
  void theCorrectedPolicyIsShownAndCopied() throws IOException {
    open(List.of(Fault.AUD_OAUD_SWAPPED));
    predict();
    Toolkit.run(() -> desk.scene().lookup(".finding-card").requestFocus());
    desk.press(KeyCode.ENTER, false);

    desk.until("both policies", () -> desk.scene().lookup(".diff-line") != null);
    assertThat(desk.spoken(".diff-line"))
        .anyMatch(line -> line.startsWith("removed: \"accounts.google.com:aud\""))
        .anyMatch(line -> line.startsWith("added: \"accounts.google.com:oaud\""));
    desk.picture("corrected");
    Button json =
        Toolkit.call(
            () ->
                desk.scene().getRoot().lookupAll(".fix-way .button").stream()
                    .map(Button.class::cast)
                    .filter(button -> button.getText().equals("Copy JSON"))
                    .findFirst()
                    .orElseThrow());
    Toolkit.run(json::requestFocus);
    desk.press(KeyCode.SPACE, false);
    assertThat(Toolkit.call(() -> Clipboard.getSystemClipboard().getString()))
        .contains("accounts.google.com:oaud");
  }

  @Test
  void whatIsForetoldToBeAdmittedIs() throws IOException {
    open(List.of());
    predict();
    assertThat(label("#check-bar .badge")).isEqualTo("would be admitted");
    assertThat(label("#check-because"))
        .isEqualTo(
            "Predicted: AWS STS would admit this token. Everything that the policy asks for is"
                + " there.");
    assertThat(desk.spoken(".flow-arrow.hopeful"))
        .containsExactly("temporary credentials from AWS STS: not made yet, would be admitted");
    desk.picture("predicted-admitted");

    desk.press(KeyCode.F5, false);
    desk.until("the end", () -> !result().isEmpty());

    assertThat(Toolkit.call(this::result))
        .isEqualTo(
            "done: Everything went as the route expects. Predicted admitted, and AWS STS admitted"
                + " it.");
  }

  @Test
  void aPoolIsCheckedOnTheOtherRoad() throws IOException {
    open(List.of(Fault.CONDITION_REFUSES));
    Toolkit.run(() -> desk.scene().lookup("#chooser").requestFocus());
    desk.press(KeyCode.DOWN, false);
    desk.until(
        "the other route",
        () -> tabs().getTabs().stream().noneMatch(it -> it.getText().equals("Trust check")));

    predict();

    assertThat(tab()).isEqualTo("Pool check");
    assertThat(label("#check-bar .badge")).isEqualTo("would be refused");
    assertThat(desk.spoken(".check-row"))
        .anyMatch(row -> row.startsWith("google.subject: wants assertion.sub"))
        .anyMatch(row -> row.startsWith("Condition, CEL") && row.endsWith("false."));
    desk.picture("predicted-pool");
  }

  @Test
  void changesAreTriedByAKeyFromAnyCallAndLeftByEscape() throws IOException {
    open(List.of(Fault.AUD_OAUD_SWAPPED));
    desk.press(KeyCode.F5, false);
    desk.until("the end", () -> !result().isEmpty());
    Toolkit.run(() -> desk.scene().lookup(".flow-arrow:chosen").requestFocus());
    desk.press(KeyCode.HOME, false);
    assertThat(Toolkit.call(() -> tabs().getTabs().getFirst().getText())).isEqualTo("Request");

    desk.press(KeyCode.T, true);
    assertThat(tab()).isEqualTo("Trust check");
    assertThat(Toolkit.call(() -> desk.scene().getFocusOwner().getId())).isEqualTo("check-text-0");
    assertThat(Toolkit.call(() -> desk.scene().lookup(".finding-cards").getParent().isVisible()))
        .as("what was found before says nothing about what is tried")
        .isFalse();
    desk.picture("try-changes");
    desk.size(1024, 680);
    Toolkit.pulses(4);
    assertThat(
            Toolkit.call(() -> desk.scene().lookup("#check-text-0").getLayoutBounds().getHeight()))
        .as("room for the text in a small window")
        .isGreaterThan(180);

    desk.press(KeyCode.ESCAPE, false);
    assertThat(Toolkit.call(() -> desk.scene().lookup("#check-text-0"))).isNull();
    assertThat(Toolkit.call(() -> desk.scene().getFocusOwner().getId())).isEqualTo("check-edit");
    assertThat(Toolkit.call(() -> desk.scene().lookup(".finding-cards").getParent().isVisible()))
        .isTrue();
  }

  private void open(List<Fault> faults) throws IOException {
    desk = Desk.on(home, faults, UnaryOperator.identity());
    desk.until("routes read", () -> desk.scene().lookup(".flow-box") != null);
  }

  private void predict() {
    desk.press(KeyCode.P, true);
    desk.until("what is foretold", () -> desk.scene().lookup(".check-row") != null);
    Toolkit.pulses(2);
  }

  private TabPane tabs() {
    return (TabPane) desk.scene().lookup("#tabs");
  }

  private String tab() {
    return Toolkit.call(() -> tabs().getSelectionModel().getSelectedItem().getText());
  }

  private String label(String selector) {
    return Toolkit.call(() -> ((Label) desk.scene().lookup(selector)).getText());
  }

  private String result() {
    String said = desk.scene().lookup("#result").getAccessibleText();
    return said == null ? "" : said;
  }
}
