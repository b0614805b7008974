package dev.crosstrust.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.clients.Client.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged application opening its real window, or saying why it does not. */
class WindowIT {
  @TempDir private Path folder;

  @Test
  void theWindowOpensOnTheSandboxAndClosesByKeyboard() throws Exception {
    Client.needs("Xvfb", "xdotool");
    try (VirtualDisplay display = VirtualDisplay.start();
        RunningApp app = RunningApp.start(folder, on(display), "--sandbox")) {
      app.madeSandboxHome();
      display.press(folder, "ctrl+q");

      Result result = app.rest();
      assertThat(result.exit()).as(result.all()).isZero();
      assertThat(result.all()).isEmpty();
      assertThat(app.leftOver()).isEmpty();
      assertThat(Files.readString(folder.resolve("settings/crosstrust/window.yaml")))
          .contains("width: 1280.0");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void aSignalClosesItAndTakesTheSandboxAlong(String signal) throws Exception {
    Client.needs("Xvfb");
    try (VirtualDisplay display = VirtualDisplay.start();
        RunningApp app = RunningApp.start(folder, on(display), "--sandbox")) {
      app.madeSandboxHome();

      Result result = app.signal(signal).rest();

      assertThat(result.exit()).isEqualTo(signal.equals("INT") ? 130 : 143);
      assertThat(result.err()).isEmpty();
      assertThat(app.leftOver()).isEmpty();
    }
  }

  @Test
  void withoutADisplayItSaysSo() throws Exception {
    try (RunningApp app = RunningApp.start(folder, Map.of())) {
      Result result = app.rest();

      assertThat(result.exit()).isEqualTo(3);
      assertThat(result.out()).isEmpty();
      assertSentence(result);
    }
  }

  @Test
  void withoutADisplayTheStoryIsToldInTheTerminal() throws Exception {
    try (RunningApp app = RunningApp.start(folder, Map.of(), "--sandbox")) {
      Result result = app.rest();

      assertThat(result.exit()).isZero();
      assertThat(result.out()).contains("[ok] exchange").endsWith("Done: everything as expected.");
      assertSentence(result);
      assertThat(app.leftOver()).isEmpty();
    }
  }

  /** One on a machine with the desktop's libraries, another on one without them. */
  private static void assertSentence(Result result) throws IOException {
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .startsWith("crosstrust: no window can be opened: ")
        .matches(".*(no display|apt install libgtk-3-0 libxtst6).*");
  }

  /** With settings of its own: Java takes the home from the system and not from HOME. */
  private Map<String, String> on(VirtualDisplay display) {
    return Map.of(
        "DISPLAY", display.name(), "XDG_CONFIG_HOME", folder.resolve("settings").toString());
  }
}
