package dev.crosstrust.storage;

import dev.crosstrust.denial.Denial;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One cloud's storage, seen with one set of borrowed keys. Every method blocks for the calls it
 * makes and ends as {@code CANCELLED} when its thread is interrupted.
 */
public interface ObjectStore extends AutoCloseable {
  /**
   * What lies at a place: all buckets at the root, else what begins with the key. Listing in a
   * bucket never asks for the list of buckets, which borrowed keys seldom may have.
   *
   * @param recursive all objects, rather than those up to the next slash and prefixes
   */
  Pages<Entry> pages(StorageUri at, boolean recursive);

  /** What the service says about an object, without its content. */
  Outcome<Entry.StoredObject> head(StorageUri object);

  /**
   * The beginning of an object, for a preview.
   *
   * @param limit in bytes; fewer when the object is smaller
   */
  Outcome<byte[]> firstBytes(StorageUri object, int limit);

  /**
   * Brings an object here.
   *
   * @return its size in bytes; nothing is left at the destination but the whole object
   */
  Outcome<Long> download(StorageUri object, Destination destination, Progress progress);

  /**
   * Puts a file there, replacing what has that name.
   *
   * @return its size in bytes
   */
  Outcome<Long> upload(Path file, StorageUri object, Progress progress);

  /**
   * Deletes an object. S3 says done also when there was none.
   *
   * @return the object's address
   */
  Outcome<StorageUri> delete(StorageUri object);

  /**
   * What a refusal of this storage says: what its text leaves out is taken from what was asked, but
   * for the principal, whom the storage does not know. Makes no call.
   *
   * @param at what was asked about
   * @return empty when the refusal is about something else than permission
   */
  Optional<Denial> denial(Refusal refusal, StorageUri at);

  @Override
  void close();
}
