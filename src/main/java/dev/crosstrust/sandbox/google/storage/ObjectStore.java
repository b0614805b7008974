package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.google.storage.Access.Caller;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Finds and stores objects for callers, each with the permissions that this needs. */
final class ObjectStore {
  private final InstantSource clock;

  ObjectStore(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * An object to be read. Who may not list is not told that there is none.
   *
   * @param generation empty for the latest
   */
  StoredObject find(Caller caller, Bucket bucket, String name, Optional<Long> generation) {
    caller.requireOn(bucket, name, "storage.objects.get");
    return existing(caller, bucket, name, generation, "storage.objects.get");
  }

  /** An object that the caller has a permission on. */
  StoredObject existing(
      Caller caller, Bucket bucket, String name, Optional<Long> generation, String permission) {
    Optional<StoredObject> object =
        bucket
            .find(name)
            .filter(found -> generation.isEmpty() || generation.get() == found.generation());
    if (object.isEmpty()) {
      if (!caller.holds("storage.objects.list", bucket, bucket.resource())) {
        throw caller.refusal(permission, "Storage object");
      }
      throw StorageErrors.noSuchObject(bucket.name(), name);
    }
    return object.get();
  }

  /** Who writes needs to be allowed to create, and to delete what is overwritten. */
  void requireWrite(Caller caller, Bucket bucket, String name) {
    caller.requireOn(bucket, name, "storage.objects.create");
    if (bucket.find(name).isPresent()) {
      caller.requireOn(bucket, name, "storage.objects.delete");
    }
  }

  /**
   * Stores an object whose writer has been checked.
   *
   * @param announced the object resource that came with it, which may say the hashes of the bytes
   */
  StoredObject store(Bucket bucket, Draft draft, JsonNode announced, Preconditions preconditions) {
    Hashes hashes = Hashes.of(draft.content());
    compare("MD5 hash", announced.path("md5Hash").asString(""), hashes.md5());
    compare("CRC32C", announced.path("crc32c").asString(""), hashes.crc32c());
    return bucket.put(draft, clock.instant(), preconditions::check);
  }

  InstantSource clock() {
    return clock;
  }

  private static void compare(String what, String provided, String calculated) {
    if (!provided.isEmpty() && !provided.equals(calculated)) {
      throw StorageErrors.invalid(
          "Provided %1$s \"%2$s\" doesn't match calculated %1$s \"%3$s\"."
              .formatted(what, provided, calculated));
    }
  }
}
