package dev.crosstrust.storage.aws;

import static dev.crosstrust.evidence.Outcomes.done;
import static dev.crosstrust.evidence.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.storage.Destination;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we send, judged by a server that is not ours: s3proxy verifies every signature itself. */
class S3AgainstForeignServerIT {
  private static final StorageUri BUCKET = StorageUri.parse("s3://demo-bucket/");

  @TempDir static Path home;
  private static S3Proxy proxy;
  private static Wire wire;
  private static S3 s3;

  @BeforeAll
  static void start() throws IOException {
    proxy = S3Proxy.start(home, BUCKET.bucket());
    wire = new Wire(Origins.REAL, new Recorder(), InstantSource.system());
    s3 = s3(S3Proxy.SECRET);
  }

  @AfterAll
  static void stop() {
    s3.close();
    wire.close();
    proxy.close();
  }

  private static S3 s3(Secret secret) {
    return new S3(
        wire,
        new AwsTarget("us-east-1", proxy.origin()),
        new AwsCredentials(S3Proxy.IDENTITY, secret, null, null));
  }

  @Test
  void bucketsAreListed() {
    assertThat(done(s3.buckets(null, null)).items()).extracting(Entry::uri).contains(BUCKET);
    assertThat(done(s3.headBucket(BUCKET)).uri()).isEqualTo(BUCKET);
  }

  @Test
  void whatGoesUpComesDown(@TempDir Path folder) throws IOException {
    StorageUri object = BUCKET.withKey("a folder/naïve/+%20 name.txt");
    Path file = Files.writeString(folder.resolve("file"), "hello, world");
    assertThat(done(s3.upload(file, object, Progress.NONE))).isEqualTo(12);
    assertThat(done(s3.head(object)).size()).isEqualTo(12);
    assertThat(done(s3.firstBytes(object, 5))).asString().isEqualTo("hello");
    assertThat(done(s3.download(object, Destination.of(object, folder), Progress.NONE)))
        .isEqualTo(12);
    assertThat(folder.resolve("+%2520 name.txt")).hasContent("hello, world");
    done(s3.delete(object));
    assertThat(refusal(s3.head(object)).status()).isEqualTo(404);
  }

  @Test
  void anEmptyObjectHasAnEmptyPreview(@TempDir Path folder) throws IOException {
    StorageUri object = BUCKET.withKey("empty");
    done(s3.upload(Files.createFile(folder.resolve("file")), object, Progress.NONE));
    assertThat(done(s3.firstBytes(object, 100))).isEmpty();
  }

  @Test
  void aLargeFileGoesUpInPartsAndComesDownTheSame(@TempDir Path folder) throws IOException {
    byte[] content = new byte[17 * 1024 * 1024 + 17];
    new Random(1).nextBytes(content);
    Path file = Files.write(folder.resolve("file"), content);
    StorageUri object = BUCKET.withKey("large.bin");
    assertThat(done(s3.upload(file, object, Progress.NONE))).isEqualTo(content.length);
    done(s3.download(object, Destination.of(object, folder), Progress.NONE));
    assertThat(Files.mismatch(file, folder.resolve("large.bin"))).isEqualTo(-1);
  }

  @Test
  void manyKeysComeInPagesAndFoldersAsPrefixes() throws IOException {
    // Written as files, as the server keeps them: 1,100 uploads would only take time.
    Path many = Files.createDirectories(home.resolve("objects/demo-bucket/many/deep"));
    for (int i = 0; i < 1_100; i++) {
      Files.createFile(many.resolve("key-%04d".formatted(i)));
    }
    List<Page<Entry>> pages = new ArrayList<>();
    s3.pages(BUCKET.withKey("many/"), true).forEachRemaining(page -> pages.add(done(page)));
    assertThat(pages).hasSizeGreaterThan(1);
    assertThat(objects(pages)).hasSize(1_100).isSorted().doesNotHaveDuplicates();
    assertThat(done(s3.list(BUCKET.withKey("many/"), "/", null)).items())
        .contains(new Entry.Prefix(BUCKET.withKey("many/deep/")))
        .noneMatch(entry -> entry.uri().key().startsWith("many/deep/key"));
  }

  private static Stream<String> objects(List<Page<Entry>> pages) {
    return pages.stream()
        .flatMap(page -> page.items().stream())
        .map(entry -> entry.uri().key())
        .filter(key -> key.startsWith("many/deep/key-"));
  }

  @Test
  void aWrongSecretIsRefusedByItsSignature() {
    try (S3 wrong = s3(Secret.of("not-the-secret"))) {
      Refusal refusal = refusal(wrong.list(BUCKET, "/", null));
      assertThat(refusal.code()).isEqualTo("SignatureDoesNotMatch");
      assertThat(refusal.status()).isEqualTo(403);
    }
  }

  @Test
  void aBucketThatIsNotThereIsRefusedByName() {
    assertThat(refusal(s3.list(StorageUri.parse("s3://no-such-bucket"), "/", null)).code())
        .isEqualTo("NoSuchBucket");
  }
}
