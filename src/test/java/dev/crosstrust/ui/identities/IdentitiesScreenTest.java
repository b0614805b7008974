package dev.crosstrust.ui.identities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.ui.Desktop;
import dev.crosstrust.ui.Gallery;
import dev.crosstrust.ui.Homes;
import dev.crosstrust.ui.PlainBackground;
import dev.crosstrust.ui.Toolkit;
import dev.crosstrust.ui.kit.Badge;
import dev.crosstrust.ui.kit.CopyButton;
import dev.crosstrust.ui.kit.FindingCard;
import dev.crosstrust.ui.kit.Prose;
import dev.crosstrust.ui.settings.WindowMemory;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentitiesScreenTest {
  @TempDir private Path home;
  private Desktop desktop;
  private Stage stage;
  private Scene scene;

  @BeforeAll
  static void start() {
    Toolkit.start();
  }

  @AfterEach
  void close() {
    Toolkit.run(
        () -> {
          stage.close();
          desktop.close();
        });
  }

  @Test
  void emptySaysWhatToDo() {
    show(new PlainBackground(), "empty");

    assertThat(texts()).contains("No identities on this machine");
  }

  @Test
  void workingSaysWhatIsDoneAndCanBeCancelled() {
    show(new Endless(), "working");

    assertThat(texts())
        .anyMatch(text -> text.startsWith("Reading the files of gcloud and aws · 3 s"))
        .contains("Cancel");
  }

  @Test
  void brokenSaysWhy() {
    show(new Failing(), "broken");

    assertThat(texts())
        .contains("The identities of this machine cannot be read", "the disk does not answer");
  }

  @Test
  void readyShowsEverybodyInWords() throws IOException {
    Homes.furnish(home);
    show(new PlainBackground(), "ready");

    assertThat(texts())
        .contains("Google Cloud", "AWS", "gcloud:robot", "aws:corp", "active in gcloud")
        .contains("Long-lived keys", "AKIAIOSFODNN7EXAMPLE", "active in aws")
        .contains("~/.aws/config, line 3")
        .noneMatch(text -> text.contains(home.toString()))
        .doesNotContain("not-a-key");
    assertThat(all(Badge.class).map(Badge::getText)).contains("broken", "needs sign-in", "ready");
    assertThat(all(FindingCard.class)).isNotEmpty();
  }

  @Test
  void theKeyboardPassesOverHeadings() throws IOException {
    Homes.furnish(home);
    show(new PlainBackground(), "keyboard");
    ListView<?> list = (ListView<?>) scene.lookup(".identity-list");

    Toolkit.run(() -> list.getSelectionModel().select(3));
    Toolkit.run(() -> list.getSelectionModel().selectNext());
    assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(5);
    assertThat(texts()).contains("Nothing is wrong with it, as far as files tell.");

    Toolkit.run(() -> list.getSelectionModel().selectPrevious());
    assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(3);
  }

  @Test
  void everyControlHasAName() throws IOException {
    Homes.furnish(home);
    show(new PlainBackground(), "names");

    assertThat(all(Button.class)).isNotEmpty();
    assertThat(all(Button.class))
        .allMatch(button -> button.getAccessibleText() != null || !button.getText().isBlank());
    assertThat(all(CopyButton.class).map(Node::getAccessibleText))
        .allMatch(name -> name.startsWith("Copy "))
        .contains("Copy principal", "Copy source");
    assertThat(all(ListView.class).map(Node::getAccessibleText)).containsExactly("Identities");
  }

  private void show(Background background, String state) {
    WindowMemory memory = WindowMemory.read(home.resolve("window.yaml"));
    Toolkit.run(
        () -> {
          desktop = new Desktop(background, Homes.workplace(home), memory);
          stage = new Stage();
          desktop.show(stage, false);
          desktop.go("identities");
          scene = desktop.scene();
          Toolkit.settle(scene);
          // Rather somebody with a story to tell.
          ListView<?> list = (ListView<?>) scene.lookup(".identity-list");
          if (list != null) {
            list.getSelectionModel().select(6);
          }
        });
    Gallery.hang("identities-" + state, scene);
  }

  private List<String> texts() {
    return Stream.concat(
            all(Labeled.class).map(Labeled::getText),
            all(Prose.class).map(Prose::getAccessibleText))
        .filter(text -> text != null)
        .toList();
  }

  private <T extends Node> Stream<T> all(Class<T> type) {
    return Toolkit.call(() -> below(scene.lookup("#identities")).toList()).stream()
        .filter(type::isInstance)
        .map(type::cast);
  }

  private static Stream<Node> below(Node node) {
    Stream<Node> self = Stream.of(node);
    return node instanceof Parent parent
        ? Stream.concat(
            self, parent.getChildrenUnmodifiable().stream().flatMap(IdentitiesScreenTest::below))
        : self;
  }

  /** Has been at it for three seconds. */
  private static final class Endless implements Background {
    @Override
    public <T> Job begin(Work<T> work, Consumer<? super T> done, Consumer<String> failed) {
      return new PlainBackground.Since(Duration.ofSeconds(3));
    }

    @Override
    public void toScreen(Runnable change) {}
  }

  private static final class Failing implements Background {
    @Override
    public <T> Job begin(Work<T> work, Consumer<? super T> done, Consumer<String> failed) {
      failed.accept("the disk does not answer");
      return new PlainBackground.Since(Duration.ZERO);
    }

    @Override
    public void toScreen(Runnable change) {}
  }
}
