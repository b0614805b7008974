package dev.crosstrust.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.clients.Client.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged application up to the first action: what it loads, and what it waits for. */
class WindowStartIT {
  private static final int LIMIT_SECONDS = 60;

  /** One line a class that the application loads, on standard output. */
  private static final Map<String, String> SAYS_WHAT_IT_LOADS =
      Map.of("CROSSTRUST_JAVA_OPTIONS", "-Xlog:class+load:stdout:none");

  private static final List<String> CLIENTS =
      List.of("software.amazon.awssdk.services.", "com.google.cloud.", "com.google.auth.");

  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(strings = {"", "--sandbox"})
  void lookingAtEveryScreenMakesNoClient(String option) throws Exception {
    Client.needs("Xvfb", "xdotool");
    config("[default]\nregion = eu-west-1\n");
    try (VirtualDisplay display = VirtualDisplay.start();
        RunningApp app =
            RunningApp.start(
                home,
                on(display, SAYS_WHAT_IT_LOADS),
                Stream.of(option).filter(it -> !it.isEmpty()).toArray(String[]::new))) {
      // Once an identity has been read, the window is shown, and the sandbox entered.
      app.printed("dev.crosstrust.identity.aws.AwsIdentity ").readOn();
      display.press(home, "ctrl+1", "ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+q");

      Result result = app.rest();

      assertThat(result.exit()).as(result.err()).isZero();
      assertThat(loaded(result, List.of("dev.crosstrust.ui."))).isNotEmpty();
      assertThat(loaded(result, CLIENTS)).isEmpty();
    }
  }

  /** What the test above looks for is there once something is asked. */
  @Test
  void aRunMakesThem() throws Exception {
    try (RunningApp app =
        RunningApp.start(home, SAYS_WHAT_IT_LOADS, "--sandbox", "run", "gke-to-s3")) {
      assertThat(loaded(app.rest(), CLIENTS))
          .anyMatch(line -> line.startsWith("software.amazon.awssdk.services.s3.S3Client "));
    }
  }

  @Test
  void theWindowAnswersWhileTheIdentitiesAreStillBeingRead() throws Exception {
    Client.needs("Xvfb", "xdotool", "mkfifo");
    Path pipe = Files.createDirectories(home.resolve(".aws")).resolve("config");
    assertThat(new Client(home, Map.of()).run("mkfifo", pipe.toString()).exit()).isZero();
    try (VirtualDisplay display = VirtualDisplay.start();
        RunningApp app = RunningApp.start(home, on(display, Map.of()));
        // Opens when the application does, which then waits for what is never written.
        OutputStream _ = opened(pipe).get(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      display.press(home, "ctrl+2", "ctrl+q");

      Result result = app.rest();

      assertThat(result.exit()).as(result.all()).isZero();
      assertThat(result.all()).isEmpty();
      assertThat(home.resolve("settings/crosstrust/window.yaml"))
          .content()
          .contains("screen: \"lens\"");
    }
  }

  private static List<String> loaded(Result result, List<String> packages) {
    return result
        .out()
        .lines()
        .filter(line -> packages.stream().anyMatch(line::startsWith))
        .toList();
  }

  private void config(String text) throws IOException {
    Files.writeString(Files.createDirectories(home.resolve(".aws")).resolve("config"), text);
  }

  private static CompletableFuture<OutputStream> opened(Path pipe) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Files.newOutputStream(pipe);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private Map<String, String> on(VirtualDisplay display, Map<String, String> more) {
    return Stream.of(
            Map.of(
                "DISPLAY", display.name(), "XDG_CONFIG_HOME", home.resolve("settings").toString()),
            more)
        .flatMap(variables -> variables.entrySet().stream())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
