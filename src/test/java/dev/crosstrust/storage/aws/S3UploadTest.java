package dev.crosstrust.storage.aws;

import static dev.crosstrust.evidence.Outcomes.breakage;
import static dev.crosstrust.evidence.Outcomes.done;
import static dev.crosstrust.evidence.Outcomes.refusal;
import static dev.crosstrust.storage.aws.FakeS3.error;
import static dev.crosstrust.storage.aws.FakeS3.xml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
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
class S3UploadTest {
  private static final StorageUri OBJECT = StorageUri.parse("s3://b/big.bin");
  private static final int PART = 16 * 1024 * 1024;

  private static final Response CREATED =
      xml(
          200,
          "<InitiateMultipartUploadResult><Bucket>b</Bucket><Key>big.bin</Key>"
              + "<UploadId>U1</UploadId></InitiateMultipartUploadResult>");
  private static final Response COMPLETED =
      xml(
          200,
          "<CompleteMultipartUploadResult><ETag>&quot;x-2&quot;</ETag></CompleteMultipartUploadResult>");

  @TempDir Path folder;

  private Path file(long bytes) throws IOException {
    Path file = folder.resolve("file");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(bytes);
    }
    return file;
  }

  @Test
  void aSmallFileGoesInOnePiece() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "secret plans");
    List<Long> moved = new CopyOnWriteArrayList<>();
    try (FakeS3 fake = new FakeS3(_ -> Response.empty(200).with("ETag", "\"e\""))) {
      assertThat(done(fake.s3.upload(file, OBJECT, moved::add))).isEqualTo(12);
      assertThat(fake.lines()).containsExactly("PUT /b/big.bin");
      assertThat(fake.seen.getFirst().request().header("x-amz-decoded-content-length"))
          .hasValue("12");
      assertThat(fake.legs()).containsExactly("s3.PutObject");
      assertThat(fake.recorder.legs().toString()).doesNotContain("secret plans");
      assertThat(moved).isNotEmpty().last().isEqualTo(12L);
    }
  }

  @Test
  void anEmptyFileIsAnObjectToo() throws IOException {
    try (FakeS3 fake = new FakeS3(_ -> Response.empty(200))) {
      assertThat(done(fake.s3.upload(file(0), OBJECT, Progress.NONE))).isZero();
      assertThat(fake.lines()).containsExactly("PUT /b/big.bin");
    }
  }

  @Test
  void aLargeFileGoesInParts() throws IOException {
    List<Long> moved = new CopyOnWriteArrayList<>();
    try (FakeS3 fake = new FakeS3(S3UploadTest::multipart)) {
      assertThat(done(fake.s3.upload(file(PART + 5), OBJECT, moved::add))).isEqualTo(PART + 5);
      assertThat(fake.legs())
          .containsExactly(
              "s3.CreateMultipartUpload",
              "s3.UploadPart",
              "s3.UploadPart",
              "s3.CompleteMultipartUpload");
      assertThat(fake.lines().get(2)).contains("partNumber=2", "uploadId=U1");
      assertThat(moved).isSorted().last().isEqualTo(PART + 5L);
    }
  }

  @Test
  void partsThatAreRefusedAreAborted() throws IOException {
    try (FakeS3 fake =
        new FakeS3(
            request ->
                request.is("PUT", "partNumber=2")
                    ? error(403, "AccessDenied", "Access Denied")
                    : multipart(request))) {
      Outcome<Long> outcome = fake.s3.upload(file(PART + 5), OBJECT, Progress.NONE);
      assertThat(refusal(outcome).operation()).isEqualTo("UploadPart");
      assertThat(fake.lines().getLast()).isEqualTo("DELETE /b/big.bin?uploadId=U1");
      assertThat(fake.legs()).endsWith("s3.AbortMultipartUpload");
    }
  }

  @Test
  void aCompletionThatFailsBehindAStatusOf200IsAborted() throws IOException {
    try (FakeS3 fake =
        new FakeS3(
            request ->
                request.is("POST", "uploadId=U1")
                    ? error(200, "InternalError", "We encountered an internal error.")
                    : multipart(request))) {
      Outcome<Long> outcome = fake.s3.upload(file(PART), OBJECT, Progress.NONE);
      assertThat(outcome).isNotInstanceOf(Outcome.Done.class);
      assertThat(fake.lines().getLast()).startsWith("DELETE ");
    }
  }

  @Test
  void aCancelledUploadIsAbortedAllTheSame() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    try (FakeS3 fake =
        new FakeS3(
            request -> {
              if (request.is("PUT", "partNumber=1")) {
                asked.countDown();
                never.await();
              }
              return multipart(request);
            })) {
      Path file = file(PART);
      FutureTask<Outcome<Long>> task =
          new FutureTask<>(() -> fake.s3.upload(file, OBJECT, Progress.NONE));
      Thread thread = Thread.ofVirtual().start(task);
      asked.await();
      thread.interrupt();
      assertThat(thread.join(Duration.ofSeconds(30))).as("ends promptly").isTrue();
      assertThat(breakage(task.get()).kind()).isEqualTo(Kind.CANCELLED);
      assertThat(fake.lines().getLast()).isEqualTo("DELETE /b/big.bin?uploadId=U1");
    }
  }

  @Test
  void aFileThatIsNotThereIsThisMachinesFault() throws IOException {
    try (FakeS3 fake = new FakeS3(_ -> Response.empty(200))) {
      Outcome<Long> outcome = fake.s3.upload(folder.resolve("none"), OBJECT, Progress.NONE);
      assertThat(breakage(outcome).kind()).isEqualTo(Kind.LOCAL);
      assertThat(fake.lines()).isEmpty();
    }
  }

  @Test
  void aDeletionIsOneCall() throws IOException {
    try (FakeS3 fake = new FakeS3(_ -> Response.empty(204))) {
      assertThat(done(fake.s3.delete(OBJECT))).isEqualTo(OBJECT);
      assertThat(fake.lines()).containsExactly("DELETE /b/big.bin");
      assertThat(fake.legs()).containsExactly("s3.DeleteObject");
    }
  }

  private static Response multipart(FakeS3.Seen request) {
    return switch (request.request().method()) {
      case "PUT" -> Response.empty(200).with("ETag", "\"p\"");
      case "DELETE" -> Response.empty(204);
      default -> request.is("POST", "uploads") ? CREATED : COMPLETED;
    };
  }
}
