package dev.crosstrust.storage.google;

import static dev.crosstrust.evidence.Outcomes.breakage;
import static dev.crosstrust.evidence.Outcomes.done;
import static dev.crosstrust.evidence.Outcomes.refusal;
import static dev.crosstrust.storage.google.FakeGcs.error;
import static dev.crosstrust.storage.google.FakeGcs.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import dev.crosstrust.sandbox.wire.Response;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class GcsUploadTest {
  private static final StorageUri OBJECT = StorageUri.parse("gs://my-test-bucket/big.bin");
  private static final int PART = Upload.PART_BYTES;
  private static final String SESSION =
      "https://storage.googleapis.com/upload/storage/v1/b/my-test-bucket/o?upload_id=U1";
  private static final Response CREATED =
      json(200, "{\"bucket\":\"my-test-bucket\",\"name\":\"big.bin\",\"size\":\"5\"}");

  @TempDir Path folder;

  private Path file(long bytes) throws IOException {
    Path file = folder.resolve("file");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(bytes);
    }
    return file;
  }

  @Test
  void aSmallFileGoesInOneRequestWithItsChecksum() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "secret plans");
    List<Long> moved = new CopyOnWriteArrayList<>();
    try (FakeGcs fake = new FakeGcs(_ -> CREATED)) {
      assertThat(done(fake.gcs.upload(file, OBJECT, moved::add))).isEqualTo(12);
      assertThat(fake.lines()).hasSize(1);
      assertThat(fake.lines().getFirst())
          .startsWith("POST /upload/storage/v1/b/my-test-bucket/o?")
          .contains("uploadType=multipart");
      assertThat(fake.seen.getFirst().body())
          .contains("secret plans", "\"name\":\"big.bin\"", "\"crc32c\":");
      assertThat(fake.legs()).containsExactly("gcs.CreateObject");
      assertThat(fake.recorder.legs().toString()).doesNotContain("secret plans");
      assertThat(moved).containsExactly(12L);
    }
  }

  @Test
  void anEmptyFileIsAnObjectToo() throws IOException {
    try (FakeGcs fake = new FakeGcs(_ -> CREATED)) {
      assertThat(done(fake.gcs.upload(file(0), OBJECT, Progress.NONE))).isZero();
      assertThat(fake.legs()).containsExactly("gcs.CreateObject");
    }
  }

  @Test
  void aLargeFileGoesInPartsThatAreCounted() throws IOException {
    List<Long> moved = new CopyOnWriteArrayList<>();
    try (FakeGcs fake = new FakeGcs(GcsUploadTest::session)) {
      assertThat(done(fake.gcs.upload(file(PART + 5), OBJECT, moved::add))).isEqualTo(PART + 5);
      assertThat(fake.legs())
          .containsExactly("gcs.StartUpload", "gcs.UploadPart", "gcs.UploadPart");
      assertThat(fake.recorder.legs()).extracting(Leg::outcome).containsOnly(Leg.Result.DONE);
      assertThat(fake.seen.get(1).request().header("content-range"))
          .hasValue("bytes 0-%d/*".formatted(PART - 1));
      assertThat(fake.seen.get(2).request().header("content-range"))
          .hasValue("bytes %d-%d/%d".formatted(PART, PART + 4, PART + 5));
      assertThat(fake.seen.getFirst().body()).contains("\"crc32c\":");
      assertThat(moved).containsExactly((long) PART, PART + 5L);
    }
  }

  /** As a session begins, and as some answer a deletion. */
  @Test
  void anEmptyAnswerThatIsSaidToBeHtmlIsNoPage() throws IOException {
    Response empty = Response.of(200, "text/html; charset=utf-8", "");
    try (FakeGcs fake =
        new FakeGcs(
            request ->
                request.is("POST", "resumable")
                    ? empty.with("Location", SESSION)
                    : request.is("DELETE", "") ? empty : session(request))) {
      assertThat(done(fake.gcs.upload(file(PART), OBJECT, Progress.NONE))).isEqualTo(PART);
      assertThat(done(fake.gcs.delete(OBJECT))).isEqualTo(OBJECT);
      assertThat(fake.recorder.legs()).extracting(Leg::outcome).containsOnly(Leg.Result.DONE);
    }
  }

  @Test
  void theAddressOfAnUploadIsASecret() throws IOException {
    String key = "ABPtcPr0A9Wq-upload-key-of-this-session";
    try (FakeGcs fake =
        new FakeGcs(
            request ->
                request.is("POST", "resumable")
                    ? Response.empty(200)
                        .with("Location", SESSION.replace("U1", key))
                        .with("X-GUploader-UploadID", key)
                    : error(403, "forbidden", "no"))) {
      Outcome<Long> outcome = fake.gcs.upload(file(PART), OBJECT, Progress.NONE);
      assertThat(refusal(outcome).code()).isEqualTo("forbidden");
      assertThat(fake.seen.getLast().line()).contains(key);
      assertThat(fake.recorder.legs().toString()).doesNotContain(key).contains("upload_id=‹sha256");
    }
  }

  @Test
  void aFileOfExactlyOnePartHasNoEmptySecond() throws IOException {
    try (FakeGcs fake = new FakeGcs(GcsUploadTest::session)) {
      assertThat(done(fake.gcs.upload(file(PART), OBJECT, Progress.NONE))).isEqualTo(PART);
      assertThat(fake.legs()).containsExactly("gcs.StartUpload", "gcs.UploadPart");
      assertThat(fake.seen.get(1).request().header("content-range"))
          .hasValue("bytes 0-%d/%d".formatted(PART - 1, PART));
    }
  }

  @Test
  void anUploadThatMayNotBeginSendsNothing() throws IOException {
    try (FakeGcs fake = new FakeGcs(_ -> error(403, "forbidden", "no"))) {
      Outcome<Long> outcome = fake.gcs.upload(file(PART), OBJECT, Progress.NONE);
      assertThat(refusal(outcome).operation()).isEqualTo("StartUpload");
      assertThat(fake.lines()).hasSize(1);
    }
  }

  @Test
  void anUploadThatIsRefusedInTheMiddleIsGivenUpThere() throws IOException {
    try (FakeGcs fake =
        new FakeGcs(
            request ->
                isPart(request, "bytes " + PART)
                    ? error(403, "forbidden", "no more")
                    : session(request))) {
      Outcome<Long> outcome = fake.gcs.upload(file(PART + 5), OBJECT, Progress.NONE);
      assertThat(refusal(outcome).operation()).isEqualTo("UploadPart");
      assertGivenUp(fake);
    }
  }

  @Test
  void anUploadThatIsCutOffIsNotTriedAgainAndGivenUpThere() throws IOException {
    try (FakeGcs fake =
        new FakeGcs(
            request -> {
              if (isPart(request, "bytes " + PART)) {
                throw new IOException("the line breaks");
              }
              return session(request);
            })) {
      Outcome<Long> outcome = fake.gcs.upload(file(2L * PART + 5), OBJECT, Progress.NONE);
      assertThat(breakage(outcome).kind()).isEqualTo(Kind.UNREACHABLE);
      assertGivenUp(fake);
    }
  }

  @Test
  void aSessionThatIsNotGoingOnIsNotUnderstood() throws IOException {
    try (FakeGcs fake =
        new FakeGcs(
            request ->
                isPart(request, "bytes 0-")
                    ? Response.empty(308).with("Location", "http://127.0.0.1:1/elsewhere")
                    : session(request))) {
      Outcome<Long> outcome = fake.gcs.upload(file(PART), OBJECT, Progress.NONE);
      assertThat(breakage(outcome).kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
    }
  }

  @Test
  void aTokenIsNotSentToASessionInTheOpen() throws IOException {
    try (FakeGcs fake =
        new FakeGcs(_ -> Response.empty(200).with("Location", "http://storage.example/x"))) {
      Outcome<Long> outcome = fake.gcs.upload(file(PART), OBJECT, Progress.NONE);
      assertThat(breakage(outcome).message()).contains("not an https address");
      assertThat(fake.legs()).containsExactly("gcs.StartUpload");
    }
  }

  @Test
  void aSessionElsewhereGetsNeitherTokenNorData() throws IOException {
    List<String> arrived = new CopyOnWriteArrayList<>();
    try (LoopbackServer other =
            LoopbackServer.start(
                0,
                request -> {
                  arrived.add(request.method());
                  return CREATED;
                });
        FakeGcs fake =
            new FakeGcs(_ -> Response.empty(200).with("Location", other.origin() + "/secret"))) {
      Outcome<Long> outcome = fake.gcs.upload(file(PART), OBJECT, Progress.NONE);
      assertThat(breakage(outcome).kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
      assertThat(breakage(outcome).message())
          .isEqualTo(
              "No credential is sent to %s: the service is at https://storage.googleapis.com"
                  .formatted(other.origin()));
      assertThat(arrived).isEmpty();
      assertThat(fake.legs()).containsExactly("gcs.StartUpload");
    }
  }

  /** The same origin, as the sandbox and a proxy of the user's own say it. */
  @Test
  void aSessionAtTheOriginThatIsCalledInsteadGoesOn() throws IOException {
    try (FakeGcs fake =
        new FakeGcs(
            request ->
                request.is("POST", "resumable")
                    ? Response.empty(200)
                        .with(
                            "Location", "http://" + request.request().header("host").orElseThrow())
                    : session(request))) {
      assertThat(done(fake.gcs.upload(file(PART), OBJECT, Progress.NONE))).isEqualTo(PART);
    }
  }

  @Test
  void aSessionWithoutAnAddressIsNotUnderstood() throws IOException {
    try (FakeGcs fake = new FakeGcs(_ -> Response.empty(200))) {
      Outcome<Long> outcome = fake.gcs.upload(file(PART), OBJECT, Progress.NONE);
      assertThat(breakage(outcome).kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
    }
  }

  @Test
  void aCancelledUploadIsGivenUpThereAllTheSame() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    try (FakeGcs fake =
        new FakeGcs(
            request -> {
              if (isPart(request, "bytes 0-")) {
                asked.countDown();
                never.await();
              }
              return session(request);
            })) {
      Path file = file(PART);
      FutureTask<Outcome<Long>> task =
          new FutureTask<>(() -> fake.gcs.upload(file, OBJECT, Progress.NONE));
      Thread thread = Thread.ofVirtual().start(task);
      asked.await();
      thread.interrupt();
      assertThat(thread.join(Duration.ofSeconds(30))).as("ends promptly").isTrue();
      assertThat(breakage(task.get()).kind()).isEqualTo(Kind.CANCELLED);
      assertGivenUp(fake);
    }
  }

  @Test
  void aFileThatIsNotThereIsThisMachinesFault() throws IOException {
    try (FakeGcs fake = new FakeGcs(_ -> Response.empty(200))) {
      Outcome<Long> outcome = fake.gcs.upload(folder.resolve("none"), OBJECT, Progress.NONE);
      assertThat(breakage(outcome).kind()).isEqualTo(Kind.LOCAL);
      assertThat(fake.lines()).isEmpty();
    }
  }

  @Test
  void aDeletionIsOneCall() throws IOException {
    try (FakeGcs fake = new FakeGcs(_ -> Response.empty(204))) {
      assertThat(done(fake.gcs.delete(OBJECT))).isEqualTo(OBJECT);
      assertThat(fake.lines().getFirst())
          .startsWith("DELETE /storage/v1/b/my-test-bucket/o/big.bin");
      assertThat(fake.legs()).containsExactly("gcs.DeleteObject");
    }
  }

  private static void assertGivenUp(FakeGcs fake) {
    assertThat(fake.lines().getLast())
        .isEqualTo("DELETE /upload/storage/v1/b/my-test-bucket/o?upload_id=U1");
    assertThat(fake.legs()).endsWith("gcs.UploadPart", "gcs.CancelUpload");
    assertThat(fake.recorder.legs().getLast().outcome()).isEqualTo(Leg.Result.DONE);
    assertThat(fake.seen.getLast().request().header("authorization")).isEmpty();
  }

  private static boolean isPart(FakeGcs.Seen request, String range) {
    return request.request().header("content-range").orElse("").startsWith(range);
  }

  private static Response session(FakeGcs.Seen request) {
    boolean last = !request.request().header("content-range").orElse("").endsWith("/*");
    return switch (request.request().method()) {
      case "POST" -> Response.empty(200).with("Location", SESSION);
      case "PUT" -> last ? CREATED : Response.empty(308).with("Range", "bytes=0-1");
      default -> Response.empty(499);
    };
  }
}
