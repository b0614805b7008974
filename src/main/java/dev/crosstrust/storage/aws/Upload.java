package dev.crosstrust.storage.aws;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Sends one file: in one piece when it fits into a part, otherwise in parts, one after the other,
 * each held in memory while it is sent. An upload in parts that does not come to its end is
 * aborted, so that no parts stay behind and cost money.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html">Amazon S3
 *     multipart upload limits: at most 10,000 parts</a>
 */
record Upload(S3Calls calls, StorageUri object, Progress progress) {
  private static final int PART_BYTES = 16 * 1024 * 1024;
  private static final long MOST_BYTES = 10_000L * PART_BYTES;

  /** Cleaning up must not hold up whoever has cancelled. */
  private static final Duration ABORT_TIMEOUT = Duration.ofSeconds(5);

  Outcome<Long> send(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      if (Files.size(file) > MOST_BYTES) {
        return Outcome.broken(Kind.LOCAL, "%s is larger than %d bytes".formatted(file, MOST_BYTES));
      }
      byte[] first = content.readNBytes(PART_BYTES);
      return first.length < PART_BYTES ? whole(first) : inParts(first, content);
    } catch (IOException e) {
      return Thread.currentThread().isInterrupted()
          ? Outcome.broken(Kind.CANCELLED, "cancelled")
          : Outcome.broken(Kind.LOCAL, "%s cannot be read: %s".formatted(file, e));
    }
  }

  private Outcome<Long> whole(byte[] content) {
    return calls
        .callWithContent(
            "PutObject",
            object.bucket(),
            s3 ->
                s3.putObject(
                    it -> it.bucket(object.bucket()).key(object.key()),
                    CountedBody.of(content, 0, progress)))
        .map(_ -> (long) content.length);
  }

  private Outcome<Long> inParts(byte[] first, InputStream rest) throws IOException {
    Outcome<String> created =
        calls.call(
            "CreateMultipartUpload",
            object.bucket(),
            s3 ->
                s3.createMultipartUpload(it -> it.bucket(object.bucket()).key(object.key()))
                    .uploadId());
    if (!(created instanceof Done<String>(String uploadId))) {
      return created.map(_ -> 0L);
    }
    boolean completed = false;
    try {
      Outcome<Long> sent = parts(uploadId, first, rest);
      completed = sent instanceof Done;
      return sent;
    } finally {
      if (!completed) {
        abort(uploadId);
      }
    }
  }

  private Outcome<Long> parts(String uploadId, byte[] first, InputStream rest) throws IOException {
    List<CompletedPart> parts = new ArrayList<>();
    long sent = 0;
    for (byte[] part = first; part.length > 0; part = rest.readNBytes(PART_BYTES)) {
      Outcome<CompletedPart> outcome = part(uploadId, parts.size() + 1, part, sent);
      if (!(outcome instanceof Done<CompletedPart>(CompletedPart done))) {
        return outcome.map(_ -> 0L);
      }
      parts.add(done);
      sent += part.length;
    }
    long size = sent;
    return calls
        .call(
            "CompleteMultipartUpload",
            object.bucket(),
            s3 ->
                s3.completeMultipartUpload(
                    it ->
                        it.bucket(object.bucket())
                            .key(object.key())
                            .uploadId(uploadId)
                            .multipartUpload(all -> all.parts(parts))))
        .map(_ -> size);
  }

  private Outcome<CompletedPart> part(String uploadId, int number, byte[] content, long before) {
    return calls.callWithContent(
        "UploadPart",
        object.bucket(),
        s3 -> {
          String etag =
              s3.uploadPart(
                      it ->
                          it.bucket(object.bucket())
                              .key(object.key())
                              .uploadId(uploadId)
                              .partNumber(number),
                      CountedBody.of(content, before, progress))
                  .eTag();
          return CompletedPart.builder().partNumber(number).eTag(etag).build();
        });
  }

  /** Goes out although the thread was interrupted. A refusal of it is seen in its leg. */
  private void abort(String uploadId) {
    boolean interrupted = Thread.interrupted();
    try {
      Outcome<?> _ =
          calls.call(
              "AbortMultipartUpload",
              object.bucket(),
              s3 ->
                  s3.abortMultipartUpload(
                      it ->
                          it.bucket(object.bucket())
                              .key(object.key())
                              .uploadId(uploadId)
                              .overrideConfiguration(o -> o.apiCallTimeout(ABORT_TIMEOUT))));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
