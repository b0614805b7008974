package dev.crosstrust.storage.google;

import com.google.cloud.ReadChannel;
import com.google.cloud.storage.BlobId;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.google.GoogleCalls;
import dev.crosstrust.storage.Destination;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.channels.Channels;
import java.util.Objects;
import java.util.function.Function;

/** Takes the content of one object, as it comes. */
record Reading(GcsCalls calls, StorageUri object) {

  /** An empty object has no first byte, which the client knows how to take. */
  Outcome<byte[]> firstBytes(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a preview has at least one byte");
    }
    return reading(
        channel -> {
          channel.limit(limit);
          try (InputStream content = begun(channel)) {
            return preview(content, limit);
          }
        });
  }

  Outcome<Long> download(Destination destination, Progress progress) {
    return reading(channel -> destination.save(begun(channel), progress));
  }

  private static Outcome<byte[]> preview(InputStream content, int limit) {
    try {
      return Outcome.done(content.readNBytes(limit));
    } catch (IOException e) {
      return Thread.currentThread().isInterrupted()
          ? Outcome.broken(Kind.CANCELLED, "cancelled")
          : Outcome.broken(Kind.UNREACHABLE, "the preview broke off: " + e.getMessage());
    }
  }

  /** Nothing is asked before the first byte is read: a refusal must not look like a broken line. */
  private static InputStream begun(ReadChannel channel) throws IOException {
    PushbackInputStream content = new PushbackInputStream(Channels.newInputStream(channel));
    int first = Objects.requireNonNullElse(GoogleCalls.asked(content::read), -1);
    if (first >= 0) {
      content.unread(first);
    }
    return content;
  }

  @FunctionalInterface
  private interface Read<T> {
    Outcome<T> from(ReadChannel channel) throws IOException;
  }

  private <T> Outcome<T> reading(Read<T> read) {
    Outcome<Outcome<T>> outcome =
        calls.callWithContent(
            "GetObject",
            storage -> {
              try (ReadChannel channel = storage.reader(BlobId.of(object.bucket(), object.key()))) {
                // Not held back until a buffer is full: progress and cancelling are at once.
                channel.setChunkSize(0);
                return read.from(channel);
              }
            });
    return outcome.then(Function.identity());
  }
}
