package dev.crosstrust.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.token.Tokens;
import dev.crosstrust.ui.Homes;
import dev.crosstrust.ui.TestWindow;
import dev.crosstrust.ui.Toolkit;
import dev.crosstrust.ui.task.VirtualBackground;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screen in the real window: what is read is really read, and judged. */
class ExplainWindowTest {
  @TempDir private Path home;
  private TestWindow window;

  @BeforeAll
  static void start() {
    Toolkit.start();
  }

  @BeforeEach
  void open() {
    window =
        new TestWindow(new VirtualBackground(Platform::runLater), Homes.workplace(home), "explain");
    window.untilShown("Nothing to explain yet");
    Toolkit.pulses(2);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void allErrorsOfALogAreFoundAndEachIsExplained() {
    window.tabTo("explain-example");
    window.press(KeyCode.SPACE);
    window.untilShown("Who was refused what");
    assertThat(window.words()).contains("arn:aws:s3:::billing-export-111122223333/2026/11.csv");
    window.picture("example");

    window.tabToSpoken("What is this? Help on aws.denied-identity-policy");
    window.press(KeyCode.SPACE);
    window.untilShown("What causes it");
    window.picture("help");
    window.press(KeyCode.ESCAPE);

    window.tabToSpoken("What is this? Help on aws.trust-refused");
  }

  @Test
  void aTokenIsHeldAgainstAPolicy() {
    window.press(KeyCode.CONTROL, KeyCode.T);
    window.untilShown("Would this token be let in?");
    Toolkit.pulses(2);
    window.tabTo("evaluate-example");
    window.press(KeyCode.SPACE);

    window.untilShown("AWS STS would refuse this token.");
    window.picture("judged");
  }

  @Test
  void aTokenOfATextIsOpenedInTheLens() {
    window.clipboard("denied: " + Tokens.google(Tokens.UNIQUE_ID).raw().reveal());
    window.press(KeyCode.CONTROL, KeyCode.V);
    window.untilShown("There is a token in this text");
    Toolkit.pulses(2);

    window.tabTo("explain-lens");
    window.press(KeyCode.SPACE);

    window.untilShown("accounts.google.com:oaud");
    assertThat(window.words()).contains("Token lens", "sts.amazonaws.com");
  }
}
