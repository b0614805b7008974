package dev.crosstrust.storage.google;

import static dev.crosstrust.evidence.Outcomes.done;
import static dev.crosstrust.evidence.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.storage.Bucket;
import dev.crosstrust.sandbox.google.token.Scopes;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.storage.Destination;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client on the sandbox's Cloud Storage, as two who may do different things. */
@Timeout(60)
class GcsOnSandboxTest {
  private static final String REAL = "https://storage.googleapis.com";
  private static final StorageUri BUCKET =
      StorageUri.parse("gs://" + dev.crosstrust.sandbox.google.Wire.BUCKET + "/");

  private static final Recorder RECORDER = new Recorder();
  private static dev.crosstrust.sandbox.google.Wire cloud;
  private static Wire wire;
  private static Gcs owner;
  private static Gcs lambda;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    cloud = new dev.crosstrust.sandbox.google.Wire();
    Origins origins = new Origins(Map.of(REAL, URI.create(cloud.origin())));
    wire = new Wire(origins, RECORDER, InstantSource.system());
    owner = as(dev.crosstrust.sandbox.google.Wire.OWNER);
    lambda = as(dev.crosstrust.sandbox.google.Wire.LAMBDA);
  }

  @AfterAll
  static void stop() {
    wire.close();
    cloud.close();
  }

  private static Gcs as(Principal who) {
    Secret token =
        Secret.of(
            cloud
                .cloud()
                .accessTokens()
                .issue(who, "", List.of(Scopes.CLOUD_PLATFORM), Duration.ofHours(1))
                .value());
    return new Gcs(
        wire,
        new GcsTarget(URI.create(REAL), dev.crosstrust.sandbox.google.Wire.PROJECT),
        () -> new GoogleAccessToken(token, null));
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("file"), content);
  }

  @Test
  void bucketsAreListedByTheOwner() {
    assertThat(done(owner.pages(StorageUri.root(StorageUri.Scheme.GS), false).next()).items())
        .extracting(Entry::uri)
        .contains(BUCKET.withKey(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain.txt",
        "a folder/naïve/+%20 name.txt",
        "..",
        "../../etc/passwd",
        "/lead//x?#&=",
        "日本/\uD83D\uDE00\u202Egpj.exe",
        "quote\"back\\slash'",
      })
  void whatGoesUpComesDown(String name) throws IOException {
    StorageUri object = BUCKET.withKey(name);
    assertThat(done(lambda.upload(file("hello, world"), object, Progress.NONE))).isEqualTo(12);
    assertThat(done(lambda.head(object)).size()).isEqualTo(12);
    assertThat(done(lambda.firstBytes(object, 5))).asString().isEqualTo("hello");
    Destination to = Destination.of(object, Files.createDirectory(folder.resolve("to")));
    assertThat(done(lambda.download(object, to, Progress.NONE))).isEqualTo(12);
    assertThat(to.file()).hasContent("hello, world").hasParent(folder.resolve("to"));
    assertThat(names(owner, BUCKET)).contains(name);
    done(lambda.delete(object));
    assertThat(refusal(owner.head(object)).status()).isEqualTo(404);
    // Who may not list is not told what is not there.
    assertThat(refusal(lambda.head(object)).status()).isEqualTo(403);
    assertThat(refusal(owner.delete(object)).code()).isEqualTo("notFound");
  }

  @Test
  void anEmptyObjectHasAnEmptyPreview() throws IOException {
    StorageUri object = BUCKET.withKey("empty");
    done(lambda.upload(file(""), object, Progress.NONE));
    assertThat(done(lambda.firstBytes(object, 100))).isEmpty();
  }

  @Test
  void aConditionOnObjectsRefusesTheListing() {
    Refusal refusal = refusal(lambda.pages(BUCKET, false).next());
    assertThat(refusal.status()).isEqualTo(403);
    assertThat(refusal.code()).isEqualTo("forbidden");
    assertThat(refusal.message()).startsWith("Caller does not have storage.objects.list access");
    assertThat(lambda.denial(refusal, BUCKET).orElseThrow().permission())
        .isEqualTo("storage.objects.list");
  }

  @Test
  void theSecondBucketRefusesTheUpload() throws IOException {
    StorageUri object =
        StorageUri.parse("gs://%s/x".formatted(dev.crosstrust.sandbox.google.Wire.OTHER));
    Refusal refusal = refusal(lambda.upload(file("x"), object, Progress.NONE));
    assertThat(refusal.message()).contains("'storage.objects.create' denied on resource");
    assertThat(refusal.operation()).isEqualTo("CreateObject");
  }

  @Test
  void twentyMebibytesGoUpInPartsAndComeDownTheSame() throws IOException {
    byte[] content = new byte[20 * 1024 * 1024];
    new Random(1).nextBytes(content);
    Path file = Files.write(folder.resolve("file"), content);
    StorageUri object = BUCKET.withKey("large.bin");
    List<Long> moved = new ArrayList<>();
    Recorder own = new Recorder();

    assertThat(done(own.follow(() -> lambda.upload(file, object, moved::add))))
        .isEqualTo(content.length);
    assertThat(own.legs())
        .extracting(Leg::name)
        .containsExactly("gcs.StartUpload", "gcs.UploadPart", "gcs.UploadPart", "gcs.UploadPart");
    assertThat(own.legs()).extracting(Leg::outcome).containsOnly(Leg.Result.DONE);
    assertThat(moved).hasSize(3).isSorted().last().isEqualTo((long) content.length);
    done(lambda.download(object, Destination.of(object, folder), Progress.NONE));
    assertThat(Files.mismatch(file, folder.resolve("large.bin"))).isEqualTo(-1);
  }

  @Test
  void thousandsOfNamesComeInPagesAndFoldersAsPrefixes() {
    Bucket many = cloud.bucket("many-objects", true);
    for (int i = 0; i < 2_500; i++) {
      cloud.cloud().buckets().put(many, "deep/n-%04d".formatted(i), "", "x", Instant.now());
    }
    StorageUri at = StorageUri.parse("gs://many-objects/");
    List<Page<Entry>> pages = new ArrayList<>();
    owner.pages(at, true).forEachRemaining(page -> pages.add(done(page)));
    assertThat(pages).hasSize(3);
    assertThat(names(owner, at)).hasSize(2_500).isSorted().doesNotHaveDuplicates();
    assertThat(done(owner.pages(at, false).next()).items())
        .containsExactly(new Entry.Prefix(at.withKey("deep/")));
  }

  private static List<String> names(Gcs gcs, StorageUri at) {
    List<String> names = new ArrayList<>();
    gcs.pages(at, true).forEachRemaining(page -> items(done(page)).forEach(names::add));
    return names;
  }

  private static Stream<String> items(Page<Entry> page) {
    return page.items().stream().map(entry -> entry.uri().key());
  }
}
