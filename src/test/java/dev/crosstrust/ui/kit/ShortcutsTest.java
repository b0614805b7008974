package dev.crosstrust.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.ui.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShortcutsTest {
  private static final KeyCombination F5 = KeyCombination.valueOf("F5");
  private static final KeyCombination RUN = KeyCombination.valueOf("Shortcut+R");

  private final AtomicInteger pressed = new AtomicInteger();
  private final Shortcuts shortcuts = new Shortcuts();

  @BeforeAll
  static void start() {
    Toolkit.start();
  }

  @Test
  void theTooltipTellsTheKeysInTheWordsOfThisSystem() {
    assertThat(Toolkit.call(() -> button().getTooltip().getText()))
        .isEqualTo("Run this route  F5 or " + RUN.getDisplayText());
  }

  @Test
  void theKeysHoldWhileTheScreenIsInAWindow() {
    Toolkit.run(
        () -> {
          StackPane screen = new StackPane(button());
          shortcuts.follow(screen);
          StackPane window = new StackPane(screen);
          Scene scene = new Scene(window);
          scene.getAccelerators().get(F5).run();
          scene.getAccelerators().get(RUN).run();
          assertThat(pressed).hasValue(2);

          Runnable another = () -> {};
          scene.getAccelerators().put(RUN, another);
          window.getChildren().clear();
          assertThat(scene.getAccelerators()).containsOnlyKeys(RUN).containsValue(another);
        });
  }

  @Test
  void noViewNamesKeysInTheWordsOfOneSystem() throws IOException {
    try (Stream<Path> views = Files.walk(Path.of("src/main/resources"))) {
      assertThat(views.filter(view -> view.toString().endsWith(".fxml")))
          .isNotEmpty()
          .allSatisfy(view -> assertThat(view).content().doesNotContain("Ctrl+", "Alt+", "Cmd+"));
    }
  }

  private Button button() {
    Button button = new Button("Run route");
    button.setTooltip(new Tooltip("Run this route"));
    button.setOnAction(_ -> pressed.incrementAndGet());
    shortcuts.fire(button, F5, RUN);
    return button;
  }
}
