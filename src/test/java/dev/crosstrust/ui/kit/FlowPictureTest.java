package dev.crosstrust.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.identity.Cloud;
import dev.crosstrust.ui.Pictures;
import dev.crosstrust.ui.Toolkit;
import dev.crosstrust.ui.kit.Flow.Actor;
import dev.crosstrust.ui.kit.Flow.Arrow;
import dev.crosstrust.ui.kit.Flow.State;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
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
  void manyCallsToOneActorShareAnArrow() {
    FlowPicture picture = shown(road(State.DONE, 9));
    Pictures.write(picture.getScene(), Path.of("target/pictures/flow-long-light.png"));
    assertThat(Toolkit.call(picture::getHeight)).isLessThanOrEqualTo(180);
    assertThat(said(picture)).hasSize(2).endsWith("403 AccessDenied");
    assertThat(said(picture).getFirst()).startsWith("step 0, step 1, ");
    Toolkit.run(() -> picture.chosenProperty().set(4));
    assertThat(said(picture)).endsWith("step 3: 403 AccessDenied · 31 ms");
    assertThat(picture.lookupAll(".flow-calls:chosen")).hasSize(1);
  }

  @Test
  void ofSeveralCallsTheOneThatFailedIsTold() {
    Arrow fine = new Arrow(0, "CreateObject", "200", "9 ms", State.DONE);
    Arrow failed = new Arrow(1, "CreateObject", "403 forbidden", "2 ms", State.FAILED);
    Arrow waiting = new Arrow(Arrow.NO_LEG, "ListObjects", "", "", State.WAITING);
    Actor start = new Actor("Google STS", Cloud.GOOGLE, List.of(), List.of());
    Actor end = new Actor("Cloud Storage", Cloud.GOOGLE, List.of(), List.of(fine, failed, waiting));
    FlowPicture picture = shown(new Flow(List.of(List.of(start), List.of(end))));

    assertThat(picture.lookupAll(".flow-calls.failed")).hasSize(1);
    assertThat(said(picture))
        .containsExactly("CreateObject\u00a0×2, ListObjects", "CreateObject: 403 forbidden · 2 ms");
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
    String name = "as poc-gcp-to-aws-sa@demo-product-sbx.iam.gserviceaccount.com";
    FlowColumns wide = columns(name, 1100);
    assertThat(((WrappedName) wide.lookup(".wrapped-name")).lines())
        .containsExactly("as poc-gcp-to-aws-sa@demo-product-sbx");
    assertThat(wide.lookup(".flow-box").getAccessibleText()).endsWith(name);
    FlowColumns narrow = columns(name, 400);
    assertThat(((WrappedName) narrow.lookup(".wrapped-name")).lines()).hasSizeGreaterThan(1);
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

  /** What stands above and below the line of several calls. */
  private static List<String> said(FlowPicture picture) {
    return Toolkit.call(
        () ->
            picture.lookupAll(".flow-calls .wrapped-name").stream()
                .map(Node::getAccessibleText)
                .toList());
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
