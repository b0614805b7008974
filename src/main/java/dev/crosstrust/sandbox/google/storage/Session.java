package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.blob.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One resumable upload: what has arrived so far. What is kept of a piece that is not the last is
 * cut to whole multiples of 256 KiB. Safe for many threads.
 *
 * @see <a href="https://cloud.google.com/storage/docs/performing-resumable-uploads">Resumable
 *     uploads</a>
 */
final class Session {
  static final int UNIT = 256 * 1024;

  private final Bucket bucket;
  private final String name;
  private final Map<String, JsonNode> settable;
  private final JsonNode announced;
  private final Preconditions preconditions;
  private final List<Content> pieces = new ArrayList<>();
  private long received;
  private @Nullable StoredObject finished;
  private boolean cancelled;

  Session(
      Bucket bucket,
      String name,
      Map<String, JsonNode> settable,
      JsonNode announced,
      Preconditions preconditions) {
    this.bucket = bucket;
    this.name = name;
    this.settable = Map.copyOf(settable);
    this.announced = announced;
    this.preconditions = preconditions;
  }

  synchronized long received() {
    return received;
  }

  synchronized Optional<StoredObject> finished() {
    return Optional.ofNullable(finished);
  }

  synchronized boolean cancelled() {
    return cancelled;
  }

  synchronized void cancel() {
    cancelled = true;
    pieces.clear();
  }

  /**
   * Takes a piece.
   *
   * @param from where it belongs; what has arrived already is passed over
   * @param total the size of the object; negative while nobody knows
   * @return the object, when this was the last piece
   */
  synchronized Optional<StoredObject> append(
      byte[] piece, long from, long total, ObjectStore store) {
    if (finished != null || cancelled) {
      return finished();
    }
    if (from > received) {
      throw StorageErrors.invalid(
          ("Invalid request.  According to the Content-Range header, the upload offset is %d"
                  + " byte(s), which exceeds already uploaded size of %d byte(s).")
              .formatted(from, received));
    }
    long end = from + piece.length;
    boolean last = end == total;
    long kept = last ? end : end - end % UNIT;
    if (kept > received) {
      int skip = (int) (received - from);
      pieces.add(Content.of(Arrays.copyOfRange(piece, skip, (int) (kept - from))));
      received = kept;
    }
    if (received == total) {
      Draft draft = new Draft(name, settable, Content.joined(pieces));
      finished = store.store(bucket, draft, announced, preconditions);
    }
    return finished();
  }
}
