package dev.crosstrust.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.ui.Gallery;
import dev.crosstrust.ui.Toolkit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a window of its own. */
class SideBySideTest {
  private static final String CHANGED = "line 12";

  private Stage stage;
  private Scene scene;

  @BeforeEach
  void open() {
    Toolkit.start();
    stage = Toolkit.call(Stage::new);
  }

  @AfterEach
  void close() {
    Toolkit.run(stage::close);
  }

  @Test
  void ofALongTextWhatIsTheSameIsFoldedAndOpenedByKeyboard() {
    show(lines(30), lines(30).replace(CHANGED, "other"), 1200);
    assertThat(seen()).startsWith("line 10", "line 10", "line 11").doesNotContain("line 3");
    assertThat(folds()).containsExactly("10 unchanged lines", "15 unchanged lines");
    Gallery.hang("diff-folded", scene);

    Toolkit.run(() -> scene.lookup(".diff-fold").requestFocus());
    Toolkit.press(KeyCode.SPACE);
    Toolkit.pulses(2);
    assertThat(seen()).contains("line 0", "line 3").doesNotContain("line 20");

    Toolkit.press(KeyCode.SPACE);
    Toolkit.pulses(2);
    assertThat(seen()).doesNotContain("line 3");
  }

  @Test
  void ofAShortTextAllIsThere() {
    show(lines(20), lines(20).replace(CHANGED, "other"), 1200);
    assertThat(folds()).isEmpty();
    assertThat(seen()).contains("line 0", "line 19");
  }

  @Test
  void withLittleRoomOneTextStandsBelowTheOtherAndWhatIsTheSameOnce() {
    show("a\nb\nc", "a\nB\nc\nd", 700);
    assertThat(seen()).containsExactly("a", "b", "B", "c", "d");
    assertThat(at("B").getMinX()).isEqualTo(at("b").getMinX());
    assertThat(at("B").getMinY()).isGreaterThan(at("b").getMinY());

    Toolkit.run(() -> stage.setWidth(1200));
    Toolkit.pulses(3);
    assertThat(seen()).containsExactly("a", "a", "b", "B", "c", "c", "", "d");
    assertThat(at("B").getMinY()).isEqualTo(at("b").getMinY());
  }

  @Test
  void aLineThatIsTooLongGoesOnBelowItsFirstWord() {
    String wide = "        \"" + "a long value ".repeat(20) + "\"";
    show(wide, wide.replace("\"", "'"), 700);
    Bounds first = at(wide.strip());
    assertThat(first.getHeight()).as("wrapped").isGreaterThan(30);
    assertThat(first.getMinX()).as("as far in as it begins").isGreaterThan(60);
    assertThat(first.getMaxX()).isLessThanOrEqualTo(700);
  }

  private void show(String before, String after, double width) {
    scene =
        Toolkit.call(
            () -> {
              ScrollPane pane = new ScrollPane(new SideBySide("Now", before, "Then", after));
              pane.setFitToWidth(true);
              pane.getStyleClass().add("edge-to-edge");
              StackPane root = new StackPane(pane);
              root.getStyleClass().add("fix-pane");
              Scene made = new Scene(root, width, 600);
              Look.dress(made);
              stage.setScene(made);
              stage.show();
              return made;
            });
    Toolkit.pulses(3);
  }

  private static String lines(int many) {
    return IntStream.range(0, many).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
  }

  private List<String> folds() {
    return Toolkit.call(
        () ->
            scene.getRoot().lookupAll(".diff-fold").stream()
                .map(fold -> ((ToggleButton) fold).getText())
                .toList());
  }

  private List<String> seen() {
    return Toolkit.call(
        () ->
            scene.getRoot().lookupAll(".diff-line").stream()
                .filter(Node::isVisible)
                .map(SideBySideTest::words)
                .toList());
  }

  private Bounds at(String words) {
    return Toolkit.call(
        () ->
            scene.getRoot().lookupAll(".diff-line").stream()
                .filter(line -> line.isVisible() && words(line).equals(words))
                .map(line -> ((DiffLine) line).words())
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .findFirst()
                .orElseThrow());
  }

  private static String words(Node line) {
    return ((DiffLine) line)
        .words().getChildrenUnmodifiable().stream()
            .map(text -> ((Text) text).getText())
            .collect(Collectors.joining());
  }
}
