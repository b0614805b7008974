package dev.crosstrust.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a listing. */
public sealed interface Entry {
  /** Where it is; what to open next. */
  StorageUri uri();

  /**
   * A bucket.
   *
   * @param created null where the service does not say
   * @param region where its data lies; null where the service does not say
   */
  record Bucket(StorageUri uri, @Nullable Instant created, @Nullable String region)
      implements Entry {}

  /** What several names begin with, up to a slash: looks like a folder, is none. */
  record Prefix(StorageUri uri) implements Entry {}

  /**
   * An object.
   *
   * @param size in bytes
   * @param modified null where the service does not say
   * @param storageClass as the service names it; null where it does not
   * @param etag without its quotation marks; null where there is none
   */
  record StoredObject(
      StorageUri uri,
      long size,
      @Nullable Instant modified,
      @Nullable String storageClass,
      @Nullable String etag)
      implements Entry {}
}
