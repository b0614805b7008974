package dev.crosstrust.storage.google;

import static dev.crosstrust.evidence.Outcomes.breakage;
import static dev.crosstrust.evidence.Outcomes.done;
import static dev.crosstrust.storage.Interrupting.interruptedWhen;
import static dev.crosstrust.storage.Interrupting.writeThenWait;
import static dev.crosstrust.storage.google.FakeGcs.error;
import static dev.crosstrust.storage.google.FakeGcs.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.sandbox.wire.Response;
import dev.crosstrust.storage.Destination;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class GcsReadingTest {
  private static final StorageUri OBJECT = StorageUri.parse("gs://my-test-bucket/folder/data.bin");

  @TempDir Path folder;

  private static Response bytes(int status, byte[] content) {
    return Response.of(status, "application/octet-stream", content)
        .with("x-goog-generation", "1764150000000001");
  }

  @Test
  void headTellsSizeAndDate() throws IOException {
    Response answer =
        json(
            200,
            """
            {"bucket":"my-test-bucket","name":"folder/data.bin","size":"1234",
            "updated":"2026-11-21T10:00:00Z","storageClass":"STANDARD","etag":"abc"}
            """);
    try (FakeGcs fake = new FakeGcs(_ -> answer)) {
      assertThat(done(fake.gcs.head(OBJECT)))
          .isEqualTo(
              new Entry.StoredObject(
                  OBJECT, 1234, Instant.parse("2026-11-21T10:00:00Z"), "STANDARD", "abc"));
      assertThat(fake.lines().getFirst())
          .startsWith("GET /storage/v1/b/my-test-bucket/o/folder%2Fdata.bin");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gs://b-1/..,                /storage/v1/b/b-1/o/..",
    "gs://b-1/../../etc/passwd,  /storage/v1/b/b-1/o/..%2F..%2Fetc%2Fpasswd",
    "gs://b-1//lead//x,          /storage/v1/b/b-1/o/%2Flead%2F%2Fx",
    "gs://b-1/a b?c#d%20e+f,     /storage/v1/b/b-1/o/a%20b%3Fc%23d%2520e%2Bf",
    "gs://b-1/日,                 /storage/v1/b/b-1/o/%E6%97%A5",
  })
  void aHostileNameIsAskedForAsItIs(String uri, String path) throws IOException {
    try (FakeGcs fake = new FakeGcs(_ -> bytes(200, new byte[1]))) {
      done(fake.gcs.firstBytes(StorageUri.parse(uri), 1));
      assertThat(fake.seen.getFirst().request().rawPath().replace("/download/", "/"))
          .isEqualTo(path);
    }
  }

  @Test
  void aPreviewAsksForARangeAndKeepsItOutOfTheEvidence() throws IOException {
    byte[] content = "customer data".getBytes(StandardCharsets.UTF_8);
    try (FakeGcs fake = new FakeGcs(_ -> bytes(206, content))) {
      assertThat(done(fake.gcs.firstBytes(OBJECT, 4096))).isEqualTo(content);
      assertThat(fake.seen.getFirst().request().header("range")).hasValue("bytes=0-4095");
      Leg leg = fake.recorder.legs().getFirst();
      assertThat(leg.name()).isEqualTo("gcs.GetObject");
      assertThat(leg.toString()).doesNotContain("customer data").contains("13 bytes");
    }
  }

  @Test
  void aServerWithoutRangesIsNotReadToItsEnd() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    Response endless = new Response(200, Map.of(), 1_000_000, out -> writeThenWait(out, 10, never));
    try (FakeGcs fake = new FakeGcs(_ -> endless)) {
      assertThat(done(fake.gcs.firstBytes(OBJECT, 4))).hasSize(4);
    }
  }

  @Test
  void anEmptyObjectHasAnEmptyPreview() throws IOException {
    Response answer = error(416, "requestedRangeNotSatisfiable", "cannot be satisfied");
    try (FakeGcs fake = new FakeGcs(_ -> answer)) {
      assertThat(done(fake.gcs.firstBytes(OBJECT, 100))).isEmpty();
    }
  }

  @Test
  void aDownloadArrivesWholeAndIsCounted() throws IOException {
    byte[] content = new byte[300_000];
    content[299_999] = 7;
    List<Long> moved = new ArrayList<>();
    try (FakeGcs fake = new FakeGcs(_ -> bytes(200, content))) {
      Outcome<Long> outcome = fake.gcs.download(OBJECT, Destination.of(OBJECT, folder), moved::add);
      assertThat(done(outcome)).isEqualTo(300_000);
      assertThat(folder.resolve("data.bin")).hasBinaryContent(content);
      assertThat(moved).isSorted().last().isEqualTo(300_000L);
      assertThat(fake.lines()).hasSize(1);
    }
  }

  @Test
  void anEmptyObjectIsAnEmptyFile() throws IOException {
    try (FakeGcs fake = new FakeGcs(_ -> bytes(200, new byte[0]))) {
      Destination to = Destination.of(OBJECT, folder);
      assertThat(done(fake.gcs.download(OBJECT, to, Progress.NONE))).isZero();
      assertThat(folder.resolve("data.bin")).isEmptyFile();
    }
  }

  @Test
  void contentThatArrivesChangedIsNotKept() throws IOException {
    Response changed =
        bytes(200, "what somebody made of it".getBytes(StandardCharsets.UTF_8))
            .with("x-goog-hash", "crc32c=AAAAAA==")
            .with("x-goog-stored-content-encoding", "identity");
    try (FakeGcs fake = new FakeGcs(_ -> changed)) {
      Outcome<Long> outcome =
          fake.gcs.download(OBJECT, Destination.of(OBJECT, folder), Progress.NONE);
      assertThat(breakage(outcome).message()).containsIgnoringCase("crc32c");
      assertThat(folder).isEmptyDirectory();
      assertThat(fake.lines()).hasSize(1);
    }
  }

  @Test
  void contentThatArrivesAsItIsStoredIsKept() throws IOException {
    Response checked =
        bytes(200, "123456789".getBytes(StandardCharsets.UTF_8))
            .with("x-goog-hash", "crc32c=4waSgw==,md5=JfnnlDI7RTiF9RgfG2JNCw==")
            .with("x-goog-stored-content-encoding", "identity");
    try (FakeGcs fake = new FakeGcs(_ -> checked)) {
      Destination to = Destination.of(OBJECT, folder);
      assertThat(done(fake.gcs.download(OBJECT, to, Progress.NONE))).isEqualTo(9);
    }
  }

  @Test
  void contentThatIsUnpackedOnItsWayHasNoChecksumOfItsOwn() throws IOException {
    Response unpacked =
        bytes(200, "unpacked".getBytes(StandardCharsets.UTF_8))
            .with("x-goog-hash", "crc32c=AAAAAA==")
            .with("x-goog-stored-content-encoding", "gzip");
    try (FakeGcs fake = new FakeGcs(_ -> unpacked)) {
      Destination to = Destination.of(OBJECT, folder);
      assertThat(done(fake.gcs.download(OBJECT, to, Progress.NONE))).isEqualTo(8);
    }
  }

  @Test
  void aDownloadThatEndsEarlyLeavesNothingAndIsNotGoneOnWith() throws IOException {
    Response cut =
        new Response(
            200,
            Map.of(),
            1000,
            out -> {
              out.write(new byte[100]);
              out.flush();
              throw new IOException("the server dies");
            });
    try (FakeGcs fake = new FakeGcs(_ -> cut)) {
      Outcome<Long> outcome =
          fake.gcs.download(OBJECT, Destination.of(OBJECT, folder), Progress.NONE);
      assertThat(breakage(outcome).kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(folder).isEmptyDirectory();
      assertThat(fake.lines()).hasSize(1);
    }
  }

  @Test
  void aDownloadIsCancelledInTheMiddle() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    Response half =
        new Response(200, Map.of(), 1_000_000, out -> writeThenWait(out, 500_000, never));
    try (FakeGcs fake = new FakeGcs(_ -> half)) {
      Outcome<Long> outcome =
          interruptedWhen(
              begun,
              () ->
                  fake.gcs.download(
                      OBJECT,
                      Destination.of(OBJECT, folder),
                      bytes -> {
                        if (bytes == 500_000) {
                          begun.countDown();
                        }
                      }));
      assertThat(breakage(outcome).kind()).isEqualTo(Kind.CANCELLED);
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void aListingIsCancelledWhileItWaits() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    try (FakeGcs fake =
        new FakeGcs(
            _ -> {
              asked.countDown();
              never.await();
              return Response.empty(200);
            })) {
      Outcome<?> outcome =
          interruptedWhen(asked, () -> fake.gcs.pages(OBJECT.withKey(""), false).next());
      assertThat(breakage(outcome).kind()).isEqualTo(Kind.CANCELLED);
    }
  }
}
