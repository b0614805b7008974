package dev.crosstrust.storage.aws;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.storage.Destination;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import java.io.IOException;
import java.util.function.Function;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Takes the content of one object, as it comes. */
record Reading(S3Calls calls, StorageUri object) {
  private static final int RANGE_NOT_SATISFIABLE = 416;

  Outcome<byte[]> firstBytes(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a preview has at least one byte");
    }
    return reading(s3 -> firstBytes(s3, limit));
  }

  Outcome<Long> download(Destination destination, Progress progress) {
    return reading(
        s3 ->
            destination.save(
                s3.getObject(it -> it.bucket(object.bucket()).key(object.key())), progress));
  }

  /** The content is read inside the call: whatever the SDK throws at its end is understood too. */
  private <T> Outcome<T> reading(Function<S3Client, Outcome<T>> read) {
    return calls.callWithContent("GetObject", object.bucket(), read).then(Function.identity());
  }

  /** An empty object has no first byte, which S3 refuses as a range: it is an answer here. */
  private Outcome<byte[]> firstBytes(S3Client s3, int limit) {
    String range = "bytes=0-" + (limit - 1);
    try (ResponseInputStream<GetObjectResponse> content =
        s3.getObject(it -> it.bucket(object.bucket()).key(object.key()).range(range))) {
      byte[] bytes = content.readNBytes(limit);
      // A server that knows no ranges sends more: nobody waits for it.
      content.abort();
      return Outcome.done(bytes);
    } catch (IOException e) {
      return Thread.currentThread().isInterrupted()
          ? Outcome.broken(Kind.CANCELLED, "cancelled")
          : Outcome.broken(Kind.UNREACHABLE, "the preview broke off: " + e.getMessage());
    } catch (S3Exception e) {
      if (e.statusCode() == RANGE_NOT_SATISFIABLE) {
        return Outcome.done(new byte[0]);
      }
      throw e;
    }
  }
}
