package dev.crosstrust.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.clients.Client.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Output that is read by another program, which may have enough of it. */
class OutputIT {
  private static final String BUCKET = "s3://big-bucket-111122223333/";

  @TempDir private static Path folder;
  private static PackagedApp sandbox;

  @BeforeAll
  static void start() throws IOException {
    sandbox = PackagedApp.sandbox(folder.resolve("home"), "--objects", "5000");
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void aLongListingComesWhole() {
    Result result =
        new Client(folder, sandbox.environment())
            .run(
                PackagedApp.program(),
                "ls",
                BUCKET,
                "--recursive",
                "--route",
                "gke-to-s3",
                "--json");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out().lines()).hasSize(5000).allMatch(line -> line.startsWith("{\"uri\":"));
    assertThat(result.err()).isEmpty();
  }

  @Test
  void aReaderThatHasEnoughEndsTheListingQuietly() throws Exception {
    for (String[] form : new String[][] {{"--json", "{\"uri\":"}, {"--debug", "20"}}) {
      try (RunningApp app =
          RunningApp.start(
              folder,
              sandbox.environment(),
              form[0],
              "ls",
              BUCKET,
              "--recursive",
              "--route",
              "gke-to-s3")) {
        Result result = app.printed(form[1]).printed(form[1]).hangUp().end();

        assertThat(result.exit()).isZero();
        assertThat(result.err()).isEmpty();
      }
    }
  }

  @Test
  void aFileThatIsNotThereIsOneSentence() {
    Result result =
        new Client(folder, Map.of()).run(PackagedApp.program(), "run", "nowhere/route.yaml");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err().lines()).hasSize(1).first().asString().contains("nowhere/route.yaml");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void filesOfTheMachineThatAreNotAskedForMayBeWrong() throws IOException {
    Path home = Files.createDirectories(folder.resolve("broken/.aws"));
    Files.writeString(home.resolve("config"), "no profile\n");
    Files.writeString(home.resolve("credentials"), "no profile\n");

    Result result =
        new Client(home.getParent(), Map.of())
            .run(PackagedApp.program(), "--sandbox", "run", "gke-to-s3");

    assertThat(result.exit()).as(result.all()).isZero();
  }
}
