package dev.crosstrust.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.Console;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.SharedKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on the road to Google, on the sandbox's clouds. */
class SecondRoadCommandsTest {
  private static final String BUCKET = "gs://my-test-bucket-fc436b0fe1b7c943";
  private static final String[] ROUTE = {"--route", "lambda-to-gcs"};

  @TempDir static Path home;
  @TempDir Path folder;

  private static Sandbox sandbox;
  private static Console console;

  @BeforeAll
  static void start() throws IOException {
    sandbox =
        Sandbox.start(
            new Sandbox.Options(home, 0, List.of(), 0, UnaryOperator.identity()),
            InstantSource.system(),
            SharedKeys.ofOneCloud());
    console = new Console(new Machine(sandbox.environment(), sandbox.home()));
  }

  @AfterAll
  static void stop() throws IOException {
    sandbox.close();
  }

  private static Console.Result run(String... words) {
    return console.run(words);
  }

  private static Console.Result onTheRoute(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(ROUTE));
    return console.run(all.toArray(String[]::new));
  }

  @Test
  void theStoryIsAmongTheSavedRoutes() {
    assertThat(run("routes").out()).contains("lambda-to-gcs", "gke-to-s3");
  }

  @Test
  void theObjectAndTheRowAreWrittenAndTheSecondBucketRefuses() {
    Console.Result result = run("run", "lambda-to-gcs");
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .contains("gcs.CreateObject", "1 row inserted", "storage.objects.create", "403");
  }

  @Test
  void whatGoesUpComesDownAndIsThere() throws IOException {
    Path file = Files.writeString(folder.resolve("up.txt"), "hello");
    assertThat(onTheRoute("cp", file.toString(), BUCKET + "/a b/").exit()).isZero();
    Console.Result down = onTheRoute("cp", BUCKET + "/a b/up.txt", folder + "/down.txt");
    assertThat(down.exit()).isZero();
    assertThat(down.out()).contains("5 bytes");
    assertThat(folder.resolve("down.txt")).hasContent("hello");
  }

  @Test
  void aLargeFileGoesBothWays() throws IOException {
    byte[] content = new byte[9 * 1024 * 1024];
    new Random(7).nextBytes(content);
    Path file = Files.write(folder.resolve("large"), content);
    assertThat(onTheRoute("cp", file.toString(), BUCKET + "/large").exit()).isZero();
    assertThat(onTheRoute("cp", BUCKET + "/large", folder + "/back").exit()).isZero();
    assertThat(Files.mismatch(file, folder.resolve("back"))).isEqualTo(-1);
  }

  @Test
  void aListingThatIsRefusedSaysSo() {
    Console.Result result = onTheRoute("ls", BUCKET);
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).contains("storage.objects.list");
  }

  @Test
  void theProjectsBucketsAreRefusedToo() {
    assertThat(onTheRoute("ls", "gs://").exit()).isEqualTo(1);
  }

  @Test
  void aFileForTheSecondBucketIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("up.txt"), "hello");
    Console.Result result =
        onTheRoute("cp", file.toString(), "gs://my-second-bucket-fc436b0fe1b7c943/up.txt");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).contains("storage.objects.create");
  }
}
