package dev.crosstrust.storage.google;

import static dev.crosstrust.evidence.Outcomes.breakage;
import static dev.crosstrust.evidence.Outcomes.done;
import static dev.crosstrust.evidence.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.storage.Destination;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What we send, judged by a Cloud Storage that is not ours: Google's own storage-testbench, whose
 * address the property {@code crosstrust.gcs} gives.
 *
 * @see <a href="https://github.com/googleapis/storage-testbench">storage-testbench</a>
 */
class GcsAgainstForeignServerIT {
  private static final String PROJECT = "test-project";
  private static final StorageUri BUCKET =
      StorageUri.parse("gs://bucket-%s/".formatted(UUID.randomUUID()));

  private static URI address;
  private static HttpClient client;
  private static Wire wire;
  private static Gcs gcs;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    String given = System.getProperty("crosstrust.gcs", "");
    assumeTrue(!given.isEmpty(), "-Dcrosstrust.gcs=ADDRESS of a storage-testbench is not given");
    address = URI.create(given);
    client = HttpClient.newHttpClient();
    wire = new Wire(Origins.REAL, new Recorder(), InstantSource.system());
    Secret token = Secret.of("ya29.a-token-that-nobody-looks-at");
    gcs = new Gcs(wire, new GcsTarget(address, PROJECT), () -> new GoogleAccessToken(token, null));
    String created =
        post("/storage/v1/b?project=" + PROJECT, "{\"name\":\"%s\"}".formatted(BUCKET.bucket()));
    assertThat(created).contains(BUCKET.bucket());
  }

  @AfterAll
  static void stop() {
    if (wire != null) {
      wire.close();
      client.close();
    }
  }

  private static String post(String path, String json) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("file"), content);
  }

  private static byte[] random(int bytes) {
    byte[] content = new byte[bytes];
    new Random(1).nextBytes(content);
    return content;
  }

  @Test
  void bucketsAreListed() {
    assertThat(done(gcs.buckets(null)).items()).extracting(Entry::uri).contains(BUCKET.withKey(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain.txt",
        "a folder/naïve/+%20 name.txt",
        "../../etc/passwd",
        "lead//x?#&=",
        "日本/\uD83D\uDE00",
        "quote\"back\\slash'",
      })
  void whatGoesUpComesDown(String name) throws IOException {
    StorageUri object = BUCKET.withKey(name);
    assertThat(
            done(
                gcs.upload(
                    file("hello, world".getBytes(StandardCharsets.UTF_8)), object, Progress.NONE)))
        .isEqualTo(12);
    assertThat(done(gcs.head(object)).size()).isEqualTo(12);
    assertThat(done(gcs.firstBytes(object, 5))).asString().isEqualTo("hello");
    Destination to = new Destination(folder.resolve("back"), false);
    assertThat(done(gcs.download(object, to, Progress.NONE))).isEqualTo(12);
    assertThat(to.file()).hasContent("hello, world");
    assertThat(names(BUCKET)).contains(name);
    done(gcs.delete(object));
    assertThat(refusal(gcs.head(object)).status()).isEqualTo(404);
    assertThat(refusal(gcs.delete(object)).status()).isEqualTo(404);
    assertThat(refusal(gcs.download(object, to, Progress.NONE)).status()).isEqualTo(404);
  }

  @Test
  void anEmptyObjectHasAnEmptyPreview() throws IOException {
    StorageUri object = BUCKET.withKey("empty");
    done(gcs.upload(file(new byte[0]), object, Progress.NONE));
    assertThat(done(gcs.firstBytes(object, 100))).isEmpty();
  }

  @Test
  void twentyMebibytesGoUpInPartsAndComeDownTheSame() throws IOException {
    Path file = file(random(20 * 1024 * 1024));
    StorageUri object = BUCKET.withKey("large.bin");
    List<Long> moved = new ArrayList<>();
    Recorder own = new Recorder();
    done(own.follow(() -> gcs.upload(file, object, moved::add)));
    assertThat(own.legs()).extracting(Leg::outcome).containsOnly(Leg.Result.DONE);
    assertThat(own.legs()).hasSize(4);
    assertThat(moved).hasSize(3).isSorted().last().isEqualTo(Files.size(file));
    done(gcs.download(object, Destination.of(object, folder), Progress.NONE));
    assertThat(Files.mismatch(file, folder.resolve("large.bin"))).isEqualTo(-1);
  }

  @Test
  void aCancelledUploadIsGivenUpThere() throws IOException {
    Path file = file(random(20 * 1024 * 1024));
    StorageUri object = BUCKET.withKey("cancelled.bin");
    Recorder own = new Recorder();
    Outcome<Long> outcome =
        own.follow(() -> gcs.upload(file, object, _ -> Thread.currentThread().interrupt()));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(breakage(outcome).kind()).isEqualTo(Kind.CANCELLED);
    assertThat(own.legs().getLast().name()).isEqualTo("gcs.CancelUpload");
    assertThat(own.legs().getLast().outcome()).isEqualTo(Leg.Result.DONE);
    assertThat(refusal(gcs.head(object)).status()).isEqualTo(404);
  }

  @Test
  void manyNamesComeInPagesAndFoldersAsPrefixes() throws IOException {
    StorageUri at = BUCKET.withKey("many/");
    Path file = file(new byte[1]);
    for (int i = 0; i < 1_010; i++) {
      done(gcs.upload(file, at.withKey("many/deep/n-%04d".formatted(i)), Progress.NONE));
    }
    List<Page<Entry>> pages = new ArrayList<>();
    gcs.pages(at, true).forEachRemaining(page -> pages.add(done(page)));
    assertThat(names(at)).hasSize(1_010).isSorted().doesNotHaveDuplicates();
    assertThat(done(gcs.list(at, "/", null)).items())
        .containsExactly(new Entry.Prefix(at.withKey("many/deep/")));
  }

  private static List<String> names(StorageUri at) {
    List<String> names = new ArrayList<>();
    gcs.pages(at, true)
        .forEachRemaining(
            page -> done(page).items().forEach(entry -> names.add(entry.uri().key())));
    return names;
  }
}
