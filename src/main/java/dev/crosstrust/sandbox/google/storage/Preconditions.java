package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.google.api.ApiCall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What must be so for a call to go on, as its query says; generation 0 means that there is no such
 * object.
 *
 * @see <a href="https://cloud.google.com/storage/docs/request-preconditions">Preconditions</a>
 */
record Preconditions(
    Optional<Long> generation,
    Optional<Long> notGeneration,
    Optional<Long> metageneration,
    Optional<Long> notMetageneration) {

  static Preconditions of(ApiCall call) {
    return new Preconditions(
        call.number("ifGenerationMatch"),
        call.number("ifGenerationNotMatch"),
        call.number("ifMetagenerationMatch"),
        call.number("ifMetagenerationNotMatch"));
  }

  /** Refuses with 412, or with 304 for a read of what the caller has already. */
  void check(@Nullable StoredObject object) {
    long generationNow = object == null ? 0 : object.generation();
    long metagenerationNow = object == null ? 0 : object.metageneration();
    if (differs(generation, generationNow) || differs(metageneration, metagenerationNow)) {
      throw StorageErrors.preconditionFailed();
    }
    if (equal(notGeneration, generationNow) || equal(notMetageneration, metagenerationNow)) {
      throw StorageErrors.preconditionFailed();
    }
  }

  /** Whether a read can be answered by saying that nothing has changed. */
  boolean unchanged(StoredObject object) {
    return equal(notGeneration, object.generation())
        || equal(notMetageneration, object.metageneration());
  }

  /** The same without those that a read answers by 304. */
  Preconditions positive() {
    return new Preconditions(generation, Optional.empty(), metageneration, Optional.empty());
  }

  private static boolean differs(Optional<Long> wanted, long now) {
    return wanted.isPresent() && wanted.get() != now;
  }

  private static boolean equal(Optional<Long> unwanted, long now) {
    return unwanted.isPresent() && unwanted.get() == now;
  }
}
