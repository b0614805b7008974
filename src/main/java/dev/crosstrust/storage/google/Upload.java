package dev.crosstrust.storage.google;

import com.google.api.services.storage.model.StorageObject;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.google.Addresses;
import dev.crosstrust.evidence.google.GoogleCalls;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Sends one file: in one request when it fits into a part, otherwise in parts, one after the other,
 * each held in memory while it is sent. An upload in parts that does not come to its end is given
 * up there too. The checksum goes first either way: what arrives changed does not become an object.
 *
 * @see <a href="https://cloud.google.com/storage/docs/resumable-uploads">Resumable uploads</a>
 */
record Upload(GcsCalls calls, StorageUri object, Progress progress) {
  /** A multiple of 256 KiB, which all parts but the last must be. */
  static final int PART_BYTES = 8 * 1024 * 1024;

  private static final String TYPE = "application/octet-stream";

  Outcome<Long> send(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      byte[] first = content.readNBytes(PART_BYTES);
      return first.length < PART_BYTES ? whole(first) : inParts(file, first, content);
    } catch (IOException e) {
      return Thread.currentThread().isInterrupted()
          ? Outcome.broken(Kind.CANCELLED, "cancelled")
          : Outcome.broken(Kind.LOCAL, "%s cannot be read: %s".formatted(file, e));
    }
  }

  private Outcome<Long> whole(byte[] content) {
    BlobInfo info = BlobInfo.newBuilder(object.bucket(), object.key()).setContentType(TYPE).build();
    return calls
        .callWithContent(
            "CreateObject",
            storage ->
                GoogleCalls.asked(
                    () ->
                        storage.create(
                            info, content, Storage.BlobTargetOption.disableGzipContent())))
        .map(_ -> moved(content.length));
  }

  private Outcome<Long> inParts(Path file, byte[] first, InputStream rest) throws IOException {
    StorageObject about =
        new StorageObject()
            .setBucket(object.bucket())
            .setName(object.key())
            .setContentType(TYPE)
            .setCrc32c(Checksum.of(file));
    Outcome<URI> begun =
        calls
            .begin("StartUpload", sessions -> sessions.open(about, Map.of()))
            .then(written -> Addresses.within(calls.wire(), calls.endpoint(), written));
    if (!(begun instanceof Done<URI>(URI session))) {
      return begun.map(_ -> 0L);
    }
    boolean completed = false;
    try {
      Outcome<Long> sent = parts(session.toString(), first, rest);
      completed = sent instanceof Done;
      return sent;
    } finally {
      if (!completed) {
        cancel(session);
      }
    }
  }

  private Outcome<Long> parts(String session, byte[] first, InputStream rest) throws IOException {
    long sent = 0;
    byte[] part = first;
    while (part.length > 0) {
      byte[] next = rest.readNBytes(PART_BYTES);
      Outcome<Long> outcome = part(session, part, sent, next.length == 0);
      if (!(outcome instanceof Done)) {
        return outcome;
      }
      sent += part.length;
      part = next;
    }
    return Outcome.done(sent);
  }

  private Outcome<Long> part(String session, byte[] content, long before, boolean last) {
    return calls.part(
        "UploadPart",
        sessions -> {
          GoogleCalls.asked(
              () -> {
                sessions.write(session, content, 0, before, content.length, last);
                return session;
              });
          return moved(before + content.length);
        });
  }

  private long moved(long bytes) {
    progress.moved(bytes);
    return bytes;
  }

  /** Goes out although the thread was interrupted. */
  private void cancel(URI session) {
    boolean interrupted = Thread.interrupted();
    try {
      calls.cancel("CancelUpload", session);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
