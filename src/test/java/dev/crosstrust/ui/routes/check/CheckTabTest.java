package dev.crosstrust.ui.routes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.trust.google.IamPolicy;
import dev.crosstrust.ui.Gallery;
import dev.crosstrust.ui.PlainBackground;
import dev.crosstrust.ui.Toolkit;
import dev.crosstrust.ui.task.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every state of the tab, by itself in a window. */
class CheckTabTest {
  @TempDir Path folder;
  private CheckModel model;
  private CheckWindow window;
  private Scene scene;

  @BeforeEach
  void open() {
    window = CheckWindow.open(folder.resolve("policy.json"));
    model = window.model();
    scene = window.scene();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aPolicyThatFailsIsReadRowByRow() {
    show(Checks.trust(Checks.story().replace("sts.amazonaws.com", "sts.Amazonaws.com")));

    assertThat(verdict()).isEqualTo("would be refused");
    assertThat(spoken(".check-row"))
        .anyMatch(row -> row.endsWith("Differs at character 5: “a” instead of “A”."))
        .anyMatch(row -> row.startsWith("Principal, Federated: wants accounts.google.com"));
    assertThat(
            Toolkit.call(
                () ->
                    scene.getRoot().lookupAll(".differs").stream()
                        .map(text -> ((Text) text).getText())
                        .toList()))
        .containsExactlyInAnyOrder("A", "a");
    Gallery.hang("check-mismatch", scene);
  }

  @Test
  void theArrowKeysWalkAlongTheRowsAndOneIsCopied() {
    show(Checks.trust(Checks.swapped()));
    Toolkit.run(() -> scene.lookup(".check-row").requestFocus());
    String first = focused();

    Toolkit.press(KeyCode.DOWN);
    assertThat(focused()).isNotEqualTo(first).isEqualTo(spoken(".check-row").get(1));
    Toolkit.press(KeyCode.UP);
    assertThat(focused()).isEqualTo(first);
    Toolkit.press(KeyCode.CONTROL, KeyCode.C);

    assertThat(Toolkit.call(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo(Tokens.UNIQUE_ID);
  }

  @Test
  void changesAreTriedAndTakenBackByKeyboard() {
    show(Checks.trust(Checks.swapped()));
    Toolkit.run(() -> scene.lookup("#check-edit").requestFocus());
    Toolkit.press(KeyCode.SPACE);
    TextArea policy = Toolkit.call(() -> (TextArea) scene.lookup("#check-text-0"));
    assertThat(Toolkit.call(policy::isFocused)).isTrue();

    type(policy, policy.getText().replace(":aud", ":oaud"));
    assertThat(verdict()).isEqualTo("would be admitted");
    assertThat(Toolkit.call(policy::isFocused)).isTrue();
    Gallery.hang("check-tried", scene);

    type(policy, policy.getText().replace("\"Version\"", "Version"));
    assertThat(verdict()).isEqualTo("not judged yet");
    assertThat(label("#check-problem-0")).contains("line 2, column");
    Gallery.hang("check-unreadable", scene);
    assertThat(shade()).as("what is seen is of before").isLessThan(1);

    Toolkit.run(() -> ((Button) scene.lookup("#check-back")).fire());
    assertThat(shade()).isEqualTo(1);
    assertThat(verdict()).isEqualTo("would be refused");
    assertThat(Toolkit.call(() -> scene.lookup("#check-back").isVisible())).isFalse();
  }

  @Test
  void aLongReasonIsReadWholeWhileChangesAreTried() {
    show(Checks.trust(Checks.swapped()));
    Toolkit.run(
        () -> {
          scene.getWindow().setWidth(640);
          ((ToggleButton) scene.lookup("#check-edit")).fire();
        });
    Toolkit.pulses(3);
    Label because = Toolkit.call(() -> (Label) scene.lookup("#check-because"));
    double text = Toolkit.call(() -> scene.lookup("#check-text-0").localToScene(0, 0).getY());

    assertThat(Toolkit.call(() -> ((Text) because.lookup(".text")).getText()))
        .isEqualTo(because.getText());
    assertThat(Toolkit.call(because::getHeight)).as("two lines").isGreaterThan(30);

    type(Toolkit.call(() -> (TextArea) scene.lookup("#check-text-0")), Checks.story());
    assertThat(Toolkit.call(() -> scene.lookup("#check-text-0").localToScene(0, 0).getY()))
        .as("the text does not move below a shorter sentence")
        .isEqualTo(text);
  }

  @Test
  void escapeLeavesTheTextAndLosesNothing() {
    show(Checks.trust(Checks.swapped()));
    ToggleButton edit = Toolkit.call(() -> (ToggleButton) scene.lookup("#check-edit"));
    Toolkit.run(edit::fire);
    TextArea policy = Toolkit.call(() -> (TextArea) scene.lookup("#check-text-0"));
    type(policy, Checks.story());

    Toolkit.press(KeyCode.ESCAPE);

    assertThat(Toolkit.call(() -> scene.lookup("#check-text-0"))).isNull();
    assertThat(Toolkit.call(() -> scene.getFocusOwner().getId())).isEqualTo("check-edit");
    assertThat(verdict()).isEqualTo("would be admitted");
    assertThat(label("#check-because"))
        .isEqualTo("With your changes: Everything that the policy asks for is there.");

    Toolkit.run(edit::fire);
    type(policy, "{");
    Toolkit.press(KeyCode.ESCAPE);
    assertThat(verdict()).isEqualTo("not judged yet");
    assertThat(label("#check-because")).contains("not JSON", "Below is what came");
    assertThat(text(policy)).isEqualTo("{");
    Gallery.hang("check-left-unreadable", scene);
  }

  @Test
  void whatIsTypedAndWhatIsTakenBackCanBeUndone() {
    show(Checks.trust(Checks.swapped()));
    Toolkit.run(() -> ((ToggleButton) scene.lookup("#check-edit")).fire());
    TextArea policy = Toolkit.call(() -> (TextArea) scene.lookup("#check-text-0"));
    String read = Toolkit.call(policy::getText);
    int at = read.indexOf(":aud") + 1;
    Toolkit.run(() -> policy.insertText(at, "o"));
    assertThat(verdict()).isEqualTo("would be admitted");
    assertThat(Toolkit.call(policy::getCaretPosition)).isEqualTo(at + 1);

    Toolkit.run(() -> ((Button) scene.lookup("#check-back")).fire());
    assertThat(text(policy)).isEqualTo(read);
    assertThat(Toolkit.call(policy::isFocused)).isTrue();

    Toolkit.press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(text(policy)).contains(":oaud");
    assertThat(verdict()).isEqualTo("would be admitted");
    Toolkit.press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(text(policy)).isEqualTo(read);
    assertThat(verdict()).isEqualTo("would be refused");
  }

  @Test
  void whatCanBeTriedIsToldWithItsKey() {
    show(Checks.trust(Checks.swapped()));
    ToggleButton edit = Toolkit.call(() -> (ToggleButton) scene.lookup("#check-edit"));
    assertThat(Toolkit.call(() -> edit.getTooltip().getText())).endsWith("Ctrl+T");
  }

  @Test
  void whereNobodyMayReadThePolicyItIsPastedOrTakenFromAFile() throws IOException {
    show(Checks.unread());
    Gallery.hang("check-unread", scene);
    Toolkit.run(() -> ((Button) scene.lookup("#check-paste")).fire());
    TextArea policy = Toolkit.call(() -> (TextArea) scene.lookup("#check-text-0"));
    assertThat(Toolkit.call(policy::isFocused)).isTrue();
    type(policy, Checks.swapped());
    assertThat(verdict()).isEqualTo("would be refused");

    Files.writeString(folder.resolve("policy.json"), Checks.story());
    Toolkit.run(() -> ((Button) scene.lookup("#check-open-file")).fire());
    assertThat(verdict()).isEqualTo("would be admitted");
    Gallery.hang("check-pasted", scene);
  }

  @Test
  void severalStatementsStandBelowOneAnother() {
    show(
        Checks.trust(
            Checks.story()
                .replaceFirst(
                    "\"Statement\": \\[",
                    "\"Statement\": [{\"Effect\": \"Deny\", \"Principal\": {\"Federated\":"
                        + " \"accounts.google.com\"}, \"Action\": \"sts:*\", \"Condition\":"
                        + " {\"StringEquals\": {\"accounts.google.com:sub\": \"1\"}}},")));
    assertThat(Toolkit.call(() -> scene.getRoot().lookupAll(".check-title").size())).isEqualTo(3);
    Gallery.hang("check-statements", scene);
  }

  @Test
  void aProviderIsReadWithWhatItMapsAndWhomItYields() {
    String set = "principalSet://iam.googleapis.com/" + Checks.POOL + "/*";
    show(
        Checks.judged(
            Map.of("google.subject", "assertion.sub", "attribute.account", "'111122223333'"),
            "assertion.sub.startsWith('arn:aws:iam::444455556666:')",
            new IamPolicy(
                List.of(
                    new IamPolicy.Binding("roles/storage.objectAdmin", List.of(set), null),
                    new IamPolicy.Binding(
                        "roles/storage.objectViewer",
                        List.of(set.replace("/*", "/providers/my-aws-app")),
                        null)))));
    assertThat(verdict()).isEqualTo("would be refused");
    Gallery.hang("check-pool", scene);
    Toolkit.run(() -> ((ToggleButton) scene.lookup("#check-edit")).fire());
    Gallery.hang("check-pool-tried", scene);
    type(Toolkit.call(() -> (TextArea) scene.lookup("#check-text-1")), "");
    assertThat(verdict()).isEqualTo("would be admitted");
    assertThat(spoken(".check-row")).anyMatch(row -> row.startsWith("None"));
  }

  @Test
  void itWaitsAndSaysWhatStandsInTheWay() {
    Gallery.hang("check-empty", scene);
    Toolkit.run(() -> model.working("Reading", new PlainBackground.Since(Duration.ofSeconds(3))));
    Gallery.hang("check-working", scene);
    assertThat(Toolkit.call(() -> scene.lookup("#check-body .button")))
        .as("it is cancelled in the head of the screen")
        .isNull();
    Toolkit.run(
        () ->
            model.without(
                new Phase.Refused<>(
                    List.of(Finding.error("google.refused", "Google gives no token")))));
    Gallery.hang("check-refused", scene);
    Toolkit.run(
        () ->
            model.without(
                new Phase.Broken<>(
                    List.of(Finding.error("network.unreachable", "Nobody answers")))));
    Gallery.hang("check-broken", scene);
    assertThat(Toolkit.call(() -> scene.lookup("#check-bar").isVisible())).isFalse();
    Toolkit.run(model::awaited);
    Gallery.hang("check-awaited", scene);
    assertThat(label("#check-body .title-4")).isEqualTo("Judged at the end of the run");
  }

  private void show(LocalCheck check) {
    window.show(check);
  }

  private void type(TextArea area, String text) {
    Toolkit.run(
        () -> {
          area.setText(text);
          Toolkit.settle(scene);
        });
  }

  private static String text(TextArea area) {
    return Toolkit.call(() -> area.getText());
  }

  private double shade() {
    return Toolkit.call(
        () -> {
          Toolkit.settle(scene);
          return scene.lookup("#check-body").getOpacity();
        });
  }

  private String verdict() {
    return label("#check-bar .badge");
  }

  private String label(String selector) {
    return Toolkit.call(() -> ((Label) scene.lookup(selector)).getText());
  }

  private String focused() {
    return Toolkit.call(() -> scene.getFocusOwner().getAccessibleText());
  }

  private List<String> spoken(String selector) {
    return window.spoken(selector);
  }
}
