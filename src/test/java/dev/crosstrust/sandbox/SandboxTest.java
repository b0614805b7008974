package dev.crosstrust.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {
  @TempDir private Path folder;

  @Test
  void anInterruptedStartMakesNothing() {
    Path home = folder.resolve("home");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> start(home)).isInstanceOf(InterruptedIOException.class);

    assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
    assertThat(home).doesNotExist();
  }

  @Test
  void aTemporaryHomeGoesWithAllThatClientsPutThere() throws IOException {
    Path home;
    try (Sandbox sandbox = start(null)) {
      home = sandbox.home();
      Files.createDirectories(home.resolve(".config/gcloud/logs/today"));
      Files.writeString(home.resolve(".config/gcloud/access_tokens.db"), "cached");
      Files.createSymbolicLink(home.resolve("link"), folder);
    }

    assertThat(home).doesNotExist();
    assertThat(folder).exists();
  }

  @Test
  void aGivenHomeStaysWithWhatWasThere() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.writeString(home.resolve("mine"), "mine");

    start(home).close();

    assertThat(home.resolve("mine")).hasContent("mine");
    assertThat(home.resolve(".aws/config")).exists();
  }

  private static Sandbox start(Path home) throws IOException {
    return Sandbox.start(
        new Sandbox.Options(home, 0, List.of(), 0, UnaryOperator.identity()),
        InstantSource.system());
  }
}
