package dev.crosstrust.ui.routes.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.aws.TrustCheck;
import dev.crosstrust.trust.aws.TrustQuestion;
import dev.crosstrust.ui.Gallery;
import dev.crosstrust.ui.Toolkit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents and tokens as large and as strange as they may be. */
class CheckLongValuesTest {
  private static final String PATH = "a-path-of-teams/and-of-their-services/in-an-organisation/";

  private CheckModel model;
  private CheckWindow window;
  private Scene scene;

  @BeforeEach
  void open() {
    window = CheckWindow.open(null);
    model = window.model();
    scene = window.scene();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aSubjectOfTwoHundredCharactersIsReadWhole() {
    String subject = "system:serviceaccount:" + PATH.repeat(4).substring(0, 200);
    show(judged(Checks.story().replace(Tokens.UNIQUE_ID, subject + "x"), token(subject)));
    assertThat(rows()).anyMatch(row -> row.contains(subject + " (sub)"));
    Gallery.hang("check-long-subject", scene);
    Toolkit.run(() -> model.trial().editingProperty().set(true));
    Gallery.hang("check-long-subject-tried", scene);
  }

  @Test
  void fortyConditionsStandBelowOneAnother() {
    show(judged(conditions(40), Tokens.google(Tokens.UNIQUE_ID)));
    Gallery.hang("check-many-conditions", scene);
  }

  @Test
  void whatWasScrolledToStaysWhileItIsJudgedAgain() {
    show(judged(conditions(40), Tokens.google(Tokens.UNIQUE_ID)));
    Toolkit.run(() -> model.trial().editingProperty().set(true));
    Toolkit.pulses(2);
    ScrollPane pane = Toolkit.call(() -> (ScrollPane) scene.lookup("#check-body .scroll-pane"));
    Toolkit.run(() -> pane.setVvalue(0.5));
    double before = top(pane);
    assertThat(before).isGreaterThan(100);

    Toolkit.run(
        () -> model.trial().textsProperty().get().getFirst().textProperty().set(conditions(39)));
    Toolkit.pulses(2);

    assertThat(top(pane)).isCloseTo(before, within(10.0));

    show(judged(conditions(40), Tokens.google(Tokens.UNIQUE_ID)));
  }

  @Test
  void aRowThatMissesIsSeenHoweverFarDownItIs() {
    show(judged(manyThatMatch(), Tokens.google(Tokens.UNIQUE_ID)));
    Node miss = Toolkit.call(() -> scene.lookup(".check-row.bad"));
    assertThat(Toolkit.call(miss::getLayoutY)).as("far down").isGreaterThan(640);
    assertThat(isSeen(miss)).isTrue();
    Gallery.hang("check-missing-far-down", scene);

    Toolkit.run(() -> scene.getWindow().setHeight(420));
    Toolkit.pulses(3);
    assertThat(isSeen(miss)).as("in a lower window, too").isTrue();
    Toolkit.run(() -> scene.getWindow().setWidth(620));
    Toolkit.pulses(3);
    assertThat(isSeen(miss)).as("in a narrow one, where rows are higher").isTrue();

    ScrollPane pane = Toolkit.call(() -> (ScrollPane) scene.lookup("#check-body .scroll-pane"));
    Toolkit.run(() -> scene.lookup(".check-row").requestFocus());
    Toolkit.pulses(2);
    Toolkit.run(() -> scene.getWindow().setHeight(500));
    Toolkit.pulses(3);
    assertThat(top(pane)).as("who went elsewhere stays there").isLessThan(40);
  }

  private boolean isSeen(Node node) {
    return Toolkit.call(
        () -> {
          Node view = scene.lookup("#check-body .scroll-pane .viewport");
          return view.localToScene(view.getLayoutBounds())
              .contains(node.localToScene(node.getLayoutBounds()));
        });
  }

  /** Thirty conditions that hold, then one that does not. */
  private static String manyThatMatch() {
    String missing =
        IntStream.range(0, 30)
            .mapToObj(i -> "\"aws:RequestTag/team-%d\": \"true\"".formatted(i))
            .collect(Collectors.joining(","));
    return Checks.story()
        .replace("\"StringEquals\"", "\"Null\": {%s}, \"StringEquals\"".formatted(missing))
        .replace(Tokens.UNIQUE_ID, "somebody else");
  }

  @Test
  void withLittleRoomTheValuesStandBelowWhatIsCompared() {
    show(judged(Checks.story(), Tokens.google(Tokens.UNIQUE_ID)));
    Node key = cell(0);
    Node wants = cell(2);
    assertThat(Toolkit.call(key::getLayoutY)).isEqualTo(Toolkit.call(wants::getLayoutY));

    Toolkit.run(() -> model.trial().editingProperty().set(true));
    Toolkit.pulses(3);

    assertThat(Toolkit.call(wants::getLayoutX)).isEqualTo(Toolkit.call(key::getLayoutX));
    assertThat(Toolkit.call(wants::getLayoutY)).isGreaterThan(Toolkit.call(key::getLayoutY));
    assertThat(Toolkit.call(() -> ((Region) key).getWidth())).isGreaterThan(200);
  }

  @Test
  void thirtyStatementsStandBelowOneAnother() {
    String statements =
        IntStream.range(0, 30)
            .mapToObj(CheckLongValuesTest::statement)
            .collect(Collectors.joining(","));
    String policy = "{\"Version\": \"2012-10-17\", \"Statement\": [%s]}".formatted(statements);
    show(judged(policy, Tokens.google(Tokens.UNIQUE_ID)));
    Gallery.hang("check-many-statements", scene);
  }

  @Test
  void wideCharactersAndOtherDirectionsStayInTheirCells() {
    String subject = "עובד/שלום-🦊-日本語のサービスアカウント-\u202Egpj.exe";
    show(judged(Checks.story().replace(Tokens.UNIQUE_ID, "עובד/שלום"), token(subject)));
    assertThat(texts())
        .anyMatch(it -> it.contains("‹U+202E›gpj.exe"))
        .noneMatch(it -> it.contains("\u202E"));
    Gallery.hang("check-strange-characters", scene);
  }

  private static String conditions(int many) {
    return Checks.policy(
        IntStream.range(0, many)
            .mapToObj(i -> "\"aws:RequestTag/team-%d\": [\"%s%d\", \"b\"]".formatted(i, PATH, i))
            .collect(Collectors.joining(",")));
  }

  private Node cell(int column) {
    return Toolkit.call(() -> List.copyOf(scene.getRoot().lookupAll(".check-cell")).get(column));
  }

  /** Pixels of the content above what is seen. */
  private static double top(ScrollPane pane) {
    return Toolkit.call(
        () ->
            pane.getVvalue()
                * (pane.getContent().getLayoutBounds().getHeight()
                    - pane.getViewportBounds().getHeight()));
  }

  private List<String> texts() {
    return Toolkit.call(
        () ->
            scene.getRoot().lookupAll(".whole-name").stream()
                .map(text -> ((Text) text).getText().replace("\n", ""))
                .toList());
  }

  private static String statement(int i) {
    return """
    {"Effect": "%s", "Principal": {"Federated": "accounts.google.com"},
     "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
     "Condition": {"ForAnyValue:StringNotEqualsIgnoreCaseIfExists": {"accounts.google.com:sub": "%d"}}}
    """
        .formatted(i % 3 == 0 ? "Deny" : "Allow", i);
  }

  private void show(LocalCheck check) {
    window.show(check);
  }

  private List<String> rows() {
    return window.spoken(".check-row");
  }

  private static Jwt token(String subject) {
    return Tokens.jwt(
        """
        {"aud":"sts.amazonaws.com","azp":"%1$s","exp":%2$d,"iat":%3$d,
         "iss":"https://accounts.google.com","sub":"%1$s"}
        """
            .formatted(
                subject,
                Tokens.ISSUED.plusSeconds(3600).getEpochSecond(),
                Tokens.ISSUED.getEpochSecond()));
  }

  private static LocalCheck judged(String policy, Jwt token) {
    TrustQuestion question =
        new TrustQuestion(
            token,
            policy,
            "arn:aws:iam::111122223333:role/GCPWorkloadIAMRole",
            List.of(),
            SignatureCheck.notAsked(token),
            Tokens.ISSUED.plusSeconds(60),
            Map.of("sts:RoleSessionName", List.of("gcp-session")));
    try {
      return new LocalCheck.OfTrust(question, TrustCheck.of(question), List.of(Checks.READ));
    } catch (UnreadableDocument e) {
      throw new AssertionError(e);
    }
  }
}
