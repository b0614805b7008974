package dev.crosstrust.storage.aws;

import static dev.crosstrust.evidence.Outcomes.breakage;
import static dev.crosstrust.evidence.Outcomes.done;
import static dev.crosstrust.evidence.Outcomes.refusal;
import static dev.crosstrust.storage.Interrupting.interruptedWhen;
import static dev.crosstrust.storage.Interrupting.writeThenWait;
import static dev.crosstrust.storage.aws.FakeS3.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Refusal;
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
class S3ReadingTest {
  private static final StorageUri OBJECT = StorageUri.parse("s3://b/folder/data.bin");

  @TempDir Path folder;

  private static Response bytes(int status, byte[] content) {
    return Response.of(status, "binary/octet-stream", content);
  }

  @Test
  void headTellsSizeAndDate() throws IOException {
    Response answer =
        new Response(
            200,
            Map.of(
                "ETag", "\"abc\"",
                "Last-Modified", "Sat, 21 Nov 2026 10:00:00 GMT",
                "x-amz-storage-class", "GLACIER"),
            1234,
            _ -> {});
    try (FakeS3 fake = new FakeS3(_ -> answer)) {
      assertThat(done(fake.s3.head(OBJECT)))
          .isEqualTo(
              new Entry.StoredObject(
                  OBJECT, 1234, Instant.parse("2026-11-21T10:00:00Z"), "GLACIER", "abc"));
      assertThat(fake.lines()).containsExactly("HEAD /b/folder/data.bin");
    }
  }

  @Test
  void aRefusedHeadHasNoCode() throws IOException {
    try (FakeS3 fake = new FakeS3(_ -> Response.empty(403).with("x-amz-request-id", "R1"))) {
      Refusal refusal = refusal(fake.s3.head(OBJECT));
      assertThat(refusal.operation()).isEqualTo("HeadObject");
      assertThat(refusal.status()).isEqualTo(403);
      assertThat(refusal.code()).isNull();
      assertThat(refusal.requestId()).isEqualTo("R1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "s3://b/..,                /b/..",
    "s3://b/../../etc/passwd,  /b/../../etc/passwd",
    "s3://b//lead//x,          /b//lead//x",
    "s3://b/a b?c#d%20e+f,     /b/a%20b%3Fc%23d%2520e%2Bf",
    "s3://b/日,                 /b/%E6%97%A5",
  })
  void aHostileKeyIsAskedForAsItIs(String uri, String path) throws IOException {
    try (FakeS3 fake = new FakeS3(_ -> bytes(200, new byte[1]))) {
      done(fake.s3.firstBytes(StorageUri.parse(uri), 1));
      assertThat(fake.lines().getFirst()).isEqualTo("GET " + path);
    }
  }

  @Test
  void aPreviewAsksForARangeAndKeepsItOutOfTheEvidence() throws IOException {
    byte[] content = "customer data".getBytes(StandardCharsets.UTF_8);
    try (FakeS3 fake = new FakeS3(_ -> bytes(206, content))) {
      assertThat(done(fake.s3.firstBytes(OBJECT, 4096))).isEqualTo(content);
      assertThat(fake.seen.getFirst().request().header("range")).hasValue("bytes=0-4095");
      Leg leg = fake.recorder.legs().getFirst();
      assertThat(leg.name()).isEqualTo("s3.GetObject");
      assertThat(leg.toString()).doesNotContain("customer data").contains("13 bytes");
    }
  }

  @Test
  void aServerWithoutRangesIsNotReadToItsEnd() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    Response endless = new Response(200, Map.of(), 1_000_000, out -> writeThenWait(out, 10, never));
    try (FakeS3 fake = new FakeS3(_ -> endless)) {
      assertThat(done(fake.s3.firstBytes(OBJECT, 4))).hasSize(4);
    }
  }

  @Test
  void anEmptyObjectHasAnEmptyPreview() throws IOException {
    Response answer = error(416, "InvalidRange", "The requested range is not satisfiable");
    try (FakeS3 fake = new FakeS3(_ -> answer)) {
      assertThat(done(fake.s3.firstBytes(OBJECT, 100))).isEmpty();
    }
  }

  @Test
  void aDownloadArrivesWholeAndIsCounted() throws IOException {
    byte[] content = new byte[300_000];
    content[299_999] = 7;
    List<Long> moved = new ArrayList<>();
    try (FakeS3 fake = new FakeS3(_ -> bytes(200, content))) {
      Outcome<Long> outcome = fake.s3.download(OBJECT, Destination.of(OBJECT, folder), moved::add);
      assertThat(done(outcome)).isEqualTo(300_000);
      assertThat(folder.resolve("data.bin")).hasBinaryContent(content);
      assertThat(moved).isSorted().last().isEqualTo(300_000L);
    }
  }

  @Test
  void aRefusedDownloadMakesNoFile() throws IOException {
    Response answer = error(404, "NoSuchKey", "The specified key does not exist.");
    try (FakeS3 fake = new FakeS3(_ -> answer)) {
      Outcome<Long> outcome =
          fake.s3.download(OBJECT, Destination.of(OBJECT, folder), Progress.NONE);
      assertThat(refusal(outcome).code()).isEqualTo("NoSuchKey");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void aDownloadThatEndsEarlyLeavesNothing() throws IOException {
    Response cut =
        new Response(
            200,
            Map.of(),
            1000,
            out -> {
              out.write(new byte[100]);
              throw new IOException("the server dies");
            });
    try (FakeS3 fake = new FakeS3(_ -> cut)) {
      Outcome<Long> outcome =
          fake.s3.download(OBJECT, Destination.of(OBJECT, folder), Progress.NONE);
      assertThat(breakage(outcome).kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void aDownloadIsCancelledInTheMiddle() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    Response half =
        new Response(200, Map.of(), 1_000_000, out -> writeThenWait(out, 500_000, never));
    try (FakeS3 fake = new FakeS3(_ -> half)) {
      Outcome<Long> outcome =
          interruptedWhen(
              begun,
              () ->
                  fake.s3.download(
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
    try (FakeS3 fake =
        new FakeS3(
            _ -> {
              asked.countDown();
              never.await();
              return Response.empty(200);
            })) {
      Outcome<?> outcome =
          interruptedWhen(asked, () -> fake.s3.pages(StorageUri.parse("s3://b"), false).next());
      assertThat(breakage(outcome).kind()).isEqualTo(Kind.CANCELLED);
    }
  }
}
