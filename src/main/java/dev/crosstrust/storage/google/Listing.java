package dev.crosstrust.storage.google;

import com.google.cloud.storage.Blob;
import com.google.cloud.storage.Bucket;
import com.google.cloud.storage.StorageClass;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.StorageUri;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Cloud Storage's answers as entries.
 *
 * <p>Each method throws IllegalArgumentException when a server that is like Cloud Storage leaves
 * out what every entry must have.
 */
final class Listing {
  private Listing() {}

  static Page<Entry> buckets(com.google.api.gax.paging.Page<Bucket> answer) {
    List<Entry> buckets = values(answer).map(Listing::bucket).toList();
    return new Page<>(buckets, token(answer));
  }

  private static Entry bucket(Bucket bucket) {
    return new Entry.Bucket(
        uri(given(bucket.getName(), "a bucket's name"), ""),
        instant(bucket.getCreateTimeOffsetDateTime()),
        bucket.getLocation());
  }

  /** Prefixes before objects, as folders are shown. */
  static Page<Entry> objects(StorageUri at, com.google.api.gax.paging.Page<Blob> answer) {
    List<Entry> entries =
        values(answer)
            .sorted(Comparator.comparing(Blob::isDirectory).reversed())
            .map(blob -> entry(at, blob))
            .toList();
    return new Page<>(entries, token(answer));
  }

  private static Entry entry(StorageUri at, Blob blob) {
    StorageUri uri = at.withKey(given(blob.getName(), "a name"));
    return blob.isDirectory() ? new Entry.Prefix(uri) : object(uri, blob);
  }

  static Entry.StoredObject object(StorageUri uri, Blob blob) {
    return new Entry.StoredObject(
        uri,
        given(blob.getSize(), "a size"),
        instant(blob.getUpdateTimeOffsetDateTime()),
        text(blob.getStorageClass()),
        blob.getEtag());
  }

  static StorageUri uri(String bucket, String key) {
    return new StorageUri(StorageUri.Scheme.GS, bucket, key);
  }

  /** The client makes its values when they are taken, and throws where one lacks its name. */
  private static <T> Stream<T> values(com.google.api.gax.paging.Page<T> page) {
    try {
      return StreamSupport.stream(page.getValues().spliterator(), false).toList().stream();
    } catch (NullPointerException e) {
      throw new IllegalArgumentException("the answer lacks a bucket or a name", e);
    }
  }

  private static @Nullable String token(com.google.api.gax.paging.Page<?> page) {
    String token = page.getNextPageToken();
    return token == null || token.isEmpty() ? null : token;
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static @Nullable String text(@Nullable StorageClass of) {
    return of == null ? null : of.name();
  }

  private static <T> T given(@Nullable T value, String what) {
    if (value == null) {
      throw new IllegalArgumentException("the answer lacks " + what);
    }
    return value;
  }
}
