package dev.crosstrust.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.identity.Cloud;
import dev.crosstrust.ui.Pictures;
import dev.crosstrust.ui.Toolkit;
import dev.crosstrust.ui.kit.Flow.Actor;
import dev.crosstrust.ui.kit.Flow.Arrow;
import dev.crosstrust.ui.kit.Flow.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FlowPictureTest {
  @BeforeAll
  static void start() {
    Toolkit.start();
  }

  @Test
  void eachArrowSaysEverythingInWords() {
    FlowPicture picture = shown(road(State.FAILED, 1));
    assertThat(arrows(picture))
        .extracting(Node::getAccessibleText)
        .containsExactly(
            "ID token from Google tokens: done, RS256 · 84 ms",
            "step 0 from Amazon S3: failed, 403 AccessDenied · 31 ms");
  }

  @Test
  void theRoadGrowsWithoutLosingTheChosenCall() {
    FlowPicture picture = shown(road(State.RUNNING, 1));
    Node first = arrows(picture).getFirst();
    Toolkit.run(() -> picture.chosenProperty().set(0));
    Toolkit.run(() -> picture.flowProperty().set(road(State.DONE, 1)));
    assertThat(arrows(picture).getFirst()).isSameAs(first);
    assertThat(picture.lookupAll(".flow-arrow:chosen")).containsExactly(first);
    Toolkit.run(() -> picture.flowProperty().set(road(State.DONE, 3)));
    assertThat(arrows(picture)).hasSize(4);
    assertThat(picture.lookupAll(".flow-arrow:chosen")).hasSize(1);
  }

  @Test
  void theArrowKeysChooseTheCallBeforeAndAfter() {
    FlowPicture picture = shown(road(State.DONE, 8));
    Toolkit.run(() -> picture.chosenProperty().set(0));
    press(picture, KeyCode.RIGHT);
    assertThat(picture.chosenProperty().get()).isEqualTo(1);
    press(picture, KeyCode.END);
    assertThat(picture.chosenProperty().get()).isEqualTo(8);
    press(picture, KeyCode.DOWN);
    assertThat(picture.chosenProperty().get()).isEqualTo(8);
    press(picture, KeyCode.HOME);
    press(picture, KeyCode.LEFT);
    assertThat(picture.chosenProperty().get()).isZero();
    assertThat(arrows(picture).stream().filter(Node::isFocusTraversable)).hasSize(1);
  }

  @Test
  void aCallThatHasNotBeenMadeCannotBeChosen() {
    FlowPicture picture = shown(road(State.WAITING, 2));
    Toolkit.run(() -> picture.chosenProperty().set(0));
    press(picture, KeyCode.END);
    assertThat(picture.chosenProperty().get()).isZero();
  }

  @Test
  void severalCallsToOneAreFoldedIntoOneLineAndEachIsStillSpoken() {
    FlowPicture picture = shown(road(State.DONE, 9));
    Pictures.write(picture.getScene(), Path.of("target/pictures/flow-long-light.png"));
    assertThat(Toolkit.call(picture::getHeight)).isLessThanOrEqualTo(180);
    assertThat(picture.lookupAll(".flow-beads")).hasSize(1);
    assertThat(arrows(picture)).hasSize(10);
    assertThat(arrows(picture).getLast().getAccessibleText())
        .isEqualTo("step 8 from Amazon S3: done, 403 AccessDenied · 31 ms");
    assertThat(fold(picture).getAccessibleText()).endsWith(": 9 of 9 as expected");
  }

  @Test
  void aFoldedLineTellsOfTheCallThatFailedAndChoosesIt() {
    FlowPicture picture =
        shown(asked(call(0, "200", State.DONE), call(1, "404 NoSuchKey", State.FAILED)));
    assertThat(fold(picture).getAccessibleText()).isEqualTo("GetObject: 404 NoSuchKey · 2 ms");
    assertThat(fold(picture).getStyleClass()).contains("failed");
    click(picture);
    assertThat(picture.chosenProperty().get()).isEqualTo(1);
  }

  @Test
  void aFoldedLineChoosesItsFirstCallWhenAllWentWell() {
    FlowPicture picture = shown(asked(call(0, "200", State.DONE), call(1, "200", State.DONE)));
    Toolkit.run(() -> picture.chosenProperty().set(1));
    click(picture);
    assertThat(picture.chosenProperty().get()).isZero();
  }

  @Test
  void callsThatOnlyPrepareAnotherAreToldOfByThatOne() {
    Arrow first = new Arrow(0, "access token", "200", "9 ms", State.DONE);
    Arrow last = new Arrow(1, "ID token", "RS256 · 59:41 left", "84 ms", State.DONE);
    Actor asked = new Actor("Google tokens", Cloud.GOOGLE, List.of(), List.of(first, last), true);
    FlowPicture picture = shown(new Flow(List.of(List.of(asked))));
    assertThat(fold(picture).getAccessibleText()).isEqualTo("ID token: RS256 · 59:41 left · 84 ms");
    assertThat(arrows(picture)).hasSize(2);
  }

  @Test
  void aFoldedLineThatNobodyWalkedChoosesNothing() {
    Arrow toCome = call(Arrow.NO_LEG, "", State.WAITING);
    FlowPicture picture = shown(asked(toCome, toCome));
    click(picture);
    assertThat(picture.chosenProperty().get()).isEqualTo(Arrow.NO_LEG);
    assertThat(fold(picture).getAccessibleText()).isEqualTo("GetObject");
  }

  @Test
  void fiveStagesFitIntoTheSmallestWindow() {
    List<List<Actor>> stages = new ArrayList<>();
    stages.add(List.of(new Actor("AWS identity", Cloud.AWS, List.of("demo"), List.of())));
    for (int i = 0; i < 4; i++) {
      Arrow call = call(i, "403 PERMISSION_DENIED", State.FAILED);
      stages.add(
          List.of(new Actor("Service account", Cloud.GOOGLE, List.of("a-b"), List.of(call))));
    }
    FlowPicture picture = shown(new Flow(stages), 840);
    assertThat(Toolkit.call(() -> ((Region) picture.getContent()).getWidth()))
        .isLessThanOrEqualTo(840);
  }

  @Test
  void aServiceAccountIsShownShortAndSpokenWhole() {
    String account = "poc-runner@demo-product-sbx.iam.gserviceaccount.com";
    FlowColumns columns = columns(account, 1100);
    assertThat(((WrappedName) columns.lookup(".wrapped-name")).lines())
        .containsExactly("poc-runner@demo-product-sbx");
    assertThat(columns.lookup(".flow-box").getAccessibleText()).contains(account);
    assertThat(columns.lookup(".wrapped-name").getAccessibleText()).isEqualTo(account);
  }

  @Test
  void whatIsForetoldIsSaidOfACallToCome() {
    FlowPicture picture =
        shown(
            asked(new Arrow(Arrow.NO_LEG, "access token", "would be refused", "", State.HOPELESS)));
    assertThat(arrows(picture).getLast().getAccessibleText())
        .isEqualTo("access token from Amazon S3: not made yet, would be refused");
    assertThat(arrows(picture).getLast().getStyleClass()).contains("hopeless");
  }

  @Test
  void aNoteBreaksAtItsJointsAndNeverInAWord() {
    WrappedName note = name("400 ExpiredTokenException", 90);
    assertThat(note.lines()).containsExactly("400 Expired", "Token", "Exception");
    assertThat(note.getAccessibleText()).isEqualTo("400 ExpiredTokenException");
    assertThat(name("400 ExpiredTokenException", 400).lines())
        .containsExactly("400 ExpiredTokenException");
  }

  @Test
  void aTimeOfDayIsNotTornApart() {
    assertThat(name("RS256 · 59:51\u00a0left", 64).lines())
        .containsExactly("RS256 ·", "59:51\u00a0left");
  }

  @Test
  void whatDoesNotFitEndsInDots() {
    assertThat(name("me@demo-product-sbx.iam.gserviceaccount.com", 90).lines())
        .hasSize(3)
        .last()
        .asString()
        .endsWith("…");
  }

  @Test
  void longNamesAreWholeWhereThereIsRoom() {
    String name = "as poc-gcp-to-aws-sa@demo-product-sbx.apps.example.com";
    FlowColumns wide = columns(name, 1100);
    assertThat(((WrappedName) wide.lookup(".wrapped-name")).lines()).containsExactly(name);
    FlowColumns narrow = columns(name, 400);
    assertThat(((WrappedName) narrow.lookup(".wrapped-name")).lines()).hasSizeGreaterThan(2);
  }

  private static Flow asked(Arrow... calls) {
    return new Flow(
        List.of(
            List.of(new Actor("Google identity", Cloud.GOOGLE, List.of(), List.of())),
            List.of(new Actor("Amazon S3", Cloud.AWS, List.of(), List.of(calls)))));
  }

  private static Arrow call(int leg, String status, State state) {
    return new Arrow(leg, "GetObject", status, leg == Arrow.NO_LEG ? "" : "2 ms", state);
  }

  /** The last line, on which there are several. */
  private static Node fold(FlowPicture picture) {
    return Toolkit.call(() -> picture.lookup(".flow-beads").getParent().getParent());
  }

  private static void click(FlowPicture picture) {
    Node fold = fold(picture);
    Toolkit.run(
        () ->
            fold.getOnMouseClicked()
                .handle(
                    new MouseEvent(
                        MouseEvent.MOUSE_CLICKED,
                        0,
                        0,
                        0,
                        0,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null)));
  }

  private static FlowColumns columns(String name, double width) {
    Actor start = new Actor("Google identity", Cloud.GOOGLE, List.of(name), List.of());
    Arrow asked = new Arrow(0, "ID token", "200", "84 ms", State.DONE);
    Actor end = new Actor("Google tokens", Cloud.GOOGLE, List.of(), List.of(asked));
    FlowPicture picture = shown(new Flow(List.of(List.of(start), List.of(end))), width);
    return (FlowColumns) picture.lookup(".flow-columns");
  }

  private static WrappedName name(String text, double width) {
    return Toolkit.call(
        () -> {
          WrappedName name = new WrappedName("flow-status", 3, HPos.CENTER);
          name.name(text);
          Look.dress(new Scene(new StackPane(name)));
          name.resize(width, name.prefHeight(width));
          name.layout();
          return name;
        });
  }

  private static void press(FlowPicture picture, KeyCode code) {
    Toolkit.run(
        () ->
            Event.fireEvent(
                picture.lookup(".flow-arrow:chosen"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }

  private static List<Node> arrows(FlowPicture picture) {
    return Toolkit.call(() -> picture.lookupAll(".flow-arrow").stream().toList());
  }

  private static FlowPicture shown(Flow flow) {
    return shown(flow, 840);
  }

  private static FlowPicture shown(Flow flow, double width) {
    return Toolkit.call(
        () -> {
          FlowPicture picture = new FlowPicture();
          BorderPane root = new BorderPane();
          root.setTop(picture);
          Scene scene = new Scene(root, width, 500);
          Look.dress(scene);
          picture.flowProperty().set(flow);
          root.applyCss();
          root.layout();
          return picture;
        });
  }

  private static Flow road(State state, int steps) {
    Actor start = new Actor("Google identity", Cloud.GOOGLE, List.of("demo"), List.of());
    Arrow token = new Arrow(0, "ID token", "RS256", "84 ms", State.DONE);
    List<Arrow> asked =
        IntStream.range(0, steps)
            .mapToObj(
                step ->
                    new Arrow(
                        state == State.WAITING ? Arrow.NO_LEG : step + 1,
                        "step " + step,
                        "403 AccessDenied",
                        "31 ms",
                        state))
            .toList();
    return new Flow(
        List.of(
            List.of(start),
            List.of(new Actor("Google tokens", Cloud.GOOGLE, List.of(), List.of(token))),
            List.of(new Actor("Amazon S3", Cloud.AWS, List.of(), asked))));
  }
}
