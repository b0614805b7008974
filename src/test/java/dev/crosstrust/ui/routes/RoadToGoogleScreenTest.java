package dev.crosstrust.ui.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.route.file.RouteReader;
import dev.crosstrust.sandbox.Fault;
import dev.crosstrust.ui.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second road on the same screen. */
class RoadToGoogleScreenTest {
  private static final String STEPS = "(?s)steps:.*";
  private static final int CLAIMS = 2;
  private static final int COMMAND = 3;

  @TempDir Path home;
  private Desk desk;

  @AfterEach
  void close() throws IOException {
    desk.close();
  }

  @Test
  void theWholeRoadIsDrawnBeforeItIsWalkedAndBothWaysAreListed() throws IOException {
    open(List.of(), yaml -> yaml);
    assertThat(desk.spoken(".flow-arrow"))
        .containsExactly(
            "JWT from AWS STS: not made yet",
            "access token from Google STS: not made yet",
            "CreateObject from Cloud Storage: not made yet",
            "CreateObject from Cloud Storage: not made yet",
            "InsertRow from BigQuery: not made yet");
    assertThat(desk.find("#chooser", ComboBox.class).getItems().size()).isEqualTo(2);
    assertThat(Toolkit.call(() -> ((Label) desk.scene().lookup("#chip")).getText()))
        .isEqualTo("AWS → Google");
    desk.picture("to-google-ready");
  }

  @Test
  void aJwtIsTradedAtGoogleAndReadForIt() throws IOException {
    open(List.of(), yaml -> yaml.replaceFirst(STEPS, ""));
    runToItsEnd();
    assertThat(result()).isEqualTo("done: Everything went as the route expects.");
    assertThat(desk.spoken(".flow-arrow").getFirst())
        .matches("JWT from AWS STS: done, RS256 · \\d+:\\d\\d\\hleft · \\d+\\hms");
    assertThat(desk.spoken(".flow-arrow").getLast())
        .matches("access token from Google STS: done, \\d+:\\d\\d\\hleft · \\d+\\hms");
    desk.picture("to-google-done");

    tab(CLAIMS);
    desk.until("claims", () -> desk.scene().lookup(".table-cell .wrapped-name") != null);
    assertThat(desk.spoken(".table-cell .wrapped-name"))
        .contains("assertion.sub", "arn:aws:iam::111122223333:role/LambdaOutboundSTSRole");
    desk.picture("to-google-claims");

    walkTo(0);
    tab(COMMAND);
    assertThat(command())
        .startsWith("aws sts get-web-identity-token")
        .contains("--audience //iam.googleapis.com/projects/123456789012/");
    desk.picture("to-google-command");
    walkTo(1);
    assertThat(command()).startsWith("curl -X POST").contains("subject_token='\"$TOKEN\"'");
  }

  @Test
  void theStoryIsWalkedToItsEnd() throws IOException {
    open(List.of(), yaml -> yaml);
    runToItsEnd();
    assertThat(result()).isEqualTo("done: Everything went as the route expects.");
    assertThat(desk.spoken(".flow-arrow")).allMatch(arrow -> arrow.contains(": done, "));
    assertThat(desk.spoken(".flow-arrow"))
        .anyMatch(arrow -> arrow.contains("denied, as expected"))
        .anyMatch(arrow -> arrow.startsWith("InsertRow from BigQuery"));
    desk.picture("to-google-story");
  }

  @Test
  void aSignedRequestIsABoxOfItsOwn() throws IOException {
    open(
        List.of(),
        yaml ->
            yaml.replaceFirst("token: .*", "token: {kind: signed-request}")
                .replace("providers/my-aws-app", "providers/my-aws-account")
                .replaceFirst(STEPS, ""));
    runToItsEnd();
    assertThat(desk.spoken(".flow-arrow").getFirst())
        .matches("signature from Signed request: done, signed · 1[45]:\\d\\d\\hleft · 0\\hms");
    tab(CLAIMS);
    desk.picture("to-google-signed");
    walkTo(0);
    tab(COMMAND);
    assertThat(command()).isEqualTo("aws sts get-caller-identity --region eu-west-1");
  }

  @Test
  void aRefusedImpersonationIsRedAtTheServiceAccount() throws IOException {
    open(
        List.of(),
        yaml ->
            yaml.replace(
                "  project:",
                "  impersonate: poc-runner@demo-product-sbx.iam.gserviceaccount.com\n  project:"));
    runToItsEnd();
    assertThat(desk.spoken(".flow-arrow.failed"))
        .singleElement()
        .asString()
        .startsWith("access token from Service account: failed, 403 ");
    desk.picture("to-google-refused");
  }

  @Test
  void aConditionThatRefusesIsShownAtTheExchange() throws IOException {
    open(List.of(Fault.CONDITION_REFUSES), yaml -> yaml);
    runToItsEnd();
    assertThat(desk.spoken(".flow-arrow.failed"))
        .singleElement()
        .asString()
        .startsWith("access token from Google STS: failed, ");
    desk.picture("to-google-condition");
  }

  /** With the second story's route, changed, as the one that is looked at. */
  private void open(List<Fault> faults, UnaryOperator<String> change) throws IOException {
    desk = Desk.on(home, faults, UnaryOperator.identity());
    desk.until("routes read", () -> desk.scene().lookup(".flow-box") != null);
    Path file = home.resolve(".config/crosstrust/routes/lambda-to-gcs.yaml");
    String changed = change.apply(Files.readString(file));
    Files.writeString(file, changed);
    Toolkit.run(desk::shownAgain);
    ComboBox<?> chooser = desk.find("#chooser", ComboBox.class);
    Loaded wanted = RouteReader.read(changed, file.toString());
    desk.until("the changed route", () -> chooser.getItems().contains(wanted));
    Toolkit.run(chooser::requestFocus);
    desk.press(KeyCode.DOWN, false);
    desk.until("the second", () -> "AWS → Google".equals(chip()));
  }

  private String chip() {
    return desk.scene().lookup("#chip") instanceof Label label ? label.getText() : "";
  }

  private void runToItsEnd() {
    desk.press(KeyCode.F5, false);
    desk.until("the end", () -> !resultNow().isEmpty());
  }

  /** Along the calls, by the arrow keys. */
  private void walkTo(int call) {
    Toolkit.run(() -> desk.scene().lookup(".flow-arrow").requestFocus());
    desk.press(KeyCode.HOME, false);
    for (int i = 0; i < call; i++) {
      desk.press(KeyCode.RIGHT, false);
    }
  }

  private void tab(int number) {
    TabPane tabs = desk.find("#tabs", TabPane.class);
    Toolkit.run(() -> tabs.getSelectionModel().select(number));
  }

  private String command() {
    return desk.find("#command", TextArea.class).getText();
  }

  private String result() {
    return Toolkit.call(this::resultNow);
  }

  private String resultNow() {
    Node result = desk.scene().lookup("#result");
    return result == null || result.getAccessibleText() == null ? "" : result.getAccessibleText();
  }
}
