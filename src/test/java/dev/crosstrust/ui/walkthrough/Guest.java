package dev.crosstrust.ui.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Origins;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.surroundings.Sandboxes;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.Desktop;
import dev.crosstrust.ui.Gallery;
import dev.crosstrust.ui.Toolkit;
import dev.crosstrust.ui.kit.Look;
import dev.crosstrust.ui.settings.WindowMemory;
import dev.crosstrust.ui.task.VirtualBackground;
import dev.crosstrust.ui.workplace.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/** Somebody at the real window who has nothing but a keyboard, and eyes. */
final class Guest implements AutoCloseable {
  private static final int LIMIT_SECONDS = 30;

  private final Workplace workplace;
  private final WindowMemory memory;
  private final Desktop desktop;
  private final Stage stage;
  private final Scene scene;

  /** Ids of anchors that were in the light. */
  private final TreeSet<String> lit = new TreeSet<>();

  private Guest(Workplace workplace, WindowMemory memory, boolean onSandbox) {
    this.workplace = workplace;
    this.memory = memory;
    desktop =
        Toolkit.call(
            () -> new Desktop(new VirtualBackground(Platform::runLater), workplace, memory));
    scene = desktop.scene();
    stage =
        Toolkit.call(
            () -> {
              Stage shown = new Stage();
              desktop.show(shown, onSandbox);
              shown.requestFocus();
              return shown;
            });
    until("the window has the focus", stage::isFocused);
  }

  /** Opens the window on a machine with this home. */
  static Guest at(Path home, Sandboxes sandboxes, boolean onSandbox) {
    Toolkit.start();
    Machine machine = new Machine(Map.of(), home);
    InstantSource clock = InstantSource.system();
    Surroundings here = new Surroundings(machine, Origins.REAL, clock);
    return new Guest(
        new Workplace(machine, here, clock, sandboxes),
        WindowMemory.read(here.windowFile()),
        onSandbox);
  }

  /** Presses these together. */
  void press(KeyCode... keys) {
    Toolkit.press(keys);
  }

  void type(String text) {
    Toolkit.run(
        () ->
            text.chars()
                .mapToObj(Character::toString)
                .forEach(
                    one ->
                        Event.fireEvent(
                            scene.getFocusOwner(),
                            new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                one,
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false))));
  }

  /** Goes on with Tab until a control with this id has the focus. */
  void tabTo(String id) {
    for (int i = 0; i < 80; i++) {
      if (Toolkit.call(() -> focused(id))) {
        return;
      }
      press(KeyCode.TAB);
    }
    throw new AssertionError("no way to %s by Tab".formatted(id));
  }

  boolean focused(String id) {
    Node owner = scene.getFocusOwner();
    return owner != null && id.equals(owner.getId());
  }

  /** Waits until it is so, looking after every pulse. */
  void until(String what, BooleanSupplier so) {
    CountDownLatch seen = new CountDownLatch(1);
    AnimationTimer eye =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            look();
            if (so.getAsBoolean()) {
              seen.countDown();
              stop();
            }
          }
        };
    Toolkit.run(eye::start);
    try {
      boolean came = seen.await(LIMIT_SECONDS, TimeUnit.SECONDS);
      assertThat(came).as("%s; shown: %s", what, came ? "" : words()).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      Toolkit.run(eye::stop);
    }
  }

  void untilStep(int number, String title) {
    until(
        "step " + number,
        () ->
            shownNow().stream().anyMatch(text -> text.startsWith("Step %d of ".formatted(number)))
                && shownNow().contains(title));
  }

  /** Waits until the step is done and the way on has the focus. */
  void untilDone() {
    until("the step is done", () -> focused("walkthrough-next") && next().startsWith("Done: "));
  }

  boolean done() {
    return Toolkit.call(() -> next().startsWith("Done: "));
  }

  /** Goes down the list of a box until it shows this. */
  void choose(String id, String text) {
    tabTo(id);
    for (int line = 0; line < 12 && !Toolkit.call(() -> chosen(id)).contains(text); line++) {
      press(KeyCode.DOWN);
    }
    until(text + " in " + id, () -> chosen(id).contains(text));
  }

  private String chosen(String id) {
    return scene.lookup("#" + id + " > .list-cell") instanceof Labeled shown
        ? String.valueOf(shown.getText())
        : "";
  }

  /** Goes down a list until the step is done. */
  void downUntilDone() {
    for (int line = 0; line < 12 && !done(); line++) {
      press(KeyCode.DOWN);
    }
    untilDone();
  }

  private String next() {
    return String.valueOf(scene.lookup("#walkthrough-next").getAccessibleText());
  }

  void untilText(String text) {
    until(text, () -> shownNow().contains(text));
  }

  private void look() {
    if (scene.lookup("#spotlight") instanceof Spotlight spotlight) {
      spotlight.lit().ifPresent(lit::add);
    }
  }

  /** Ids of anchors that have been in the light so far. */
  List<String> lit() {
    return List.copyOf(lit);
  }

  /** Every text that can be seen. */
  List<String> words() {
    return Toolkit.call(this::shownNow);
  }

  private List<String> shownNow() {
    List<String> words = new ArrayList<>();
    for (Node node : nodes(_ -> true)) {
      switch (node) {
        case Labeled labeled when labeled.getText() != null -> words.add(labeled.getText());
        case Text text -> words.add(text.getText());
        case TextInputControl input -> words.add(input.getText());
        default -> {}
      }
    }
    return words;
  }

  /** Controls that would be silent to a screen reader. */
  List<Node> unnamed() {
    return Toolkit.call(
        () ->
            nodes(
                node ->
                    node.isFocusTraversable()
                        && String.valueOf(node.getAccessibleText()).matches("null|")
                        && !(node instanceof Labeled labeled && !labeled.getText().isEmpty())));
  }

  private List<Node> nodes(Predicate<Node> wanted) {
    List<Node> found = new ArrayList<>();
    collect(scene.getRoot(), wanted, found);
    return found;
  }

  private static void collect(Node node, Predicate<Node> wanted, List<Node> found) {
    if (!node.isVisible()) {
      return;
    }
    if (wanted.test(node)) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, wanted, found));
    }
  }

  /**
   * Pictures of what is shown, in each size and theme; the card must be beside what it is about.
   */
  void picture(String state) {
    for (int[] size : new int[][] {{1024, 680}, {1600, 990}, {1280, 800}}) {
      size(size[0], size[1]);
      assertCardIsBeside("%s at %d".formatted(state, size[0]));
    }
    Gallery.hang("walkthrough-" + state, scene);
  }

  /** The headless screen is 1000 lines high: a window must not reach below its foot. */
  private void size(int width, int height) {
    Toolkit.run(
        () -> {
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(width);
          stage.setHeight(height);
        });
    until("the size", () -> scene.getWidth() == width && scene.getHeight() == height);
    pulses();
  }

  /** Lets what follows a layout come to rest. */
  private void pulses() {
    int[] left = {12};
    until("pulses", () -> left[0]-- == 0);
  }

  private void assertCardIsBeside(String where) {
    Toolkit.run(
        () -> {
          Node card = scene.lookup("#walkthrough-card");
          Node ring = scene.lookup(".spotlight-ring");
          if (ring != null && scene.lookup("#spotlight").isVisible()) {
            Bounds at = card.localToScene(card.getLayoutBounds());
            assertThat(ring.localToScene(ring.getLayoutBounds()).intersects(at))
                .as("the card covers the light: " + where)
                .isFalse();
            assertThat(at.getMinX() >= 0 && at.getMinY() >= 0).as(where).isTrue();
            assertThat(at.getMaxX() <= scene.getWidth()).as(where).isTrue();
            assertThat(at.getMaxY() <= scene.getHeight()).as(where).isTrue();
          }
        });
  }

  Scene scene() {
    return scene;
  }

  @Override
  public void close() throws IOException {
    Toolkit.run(
        () -> {
          stage.close();
          desktop.close();
          Look.LIGHT.apply();
        });
    workplace.close();
    memory.save();
  }
}
