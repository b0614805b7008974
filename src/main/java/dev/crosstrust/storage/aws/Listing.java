package dev.crosstrust.storage.aws;

import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.StorageUri;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * S3's answers as entries.
 *
 * <p>Each method throws IllegalArgumentException when a server that is like S3 leaves out what
 * every entry must have.
 */
final class Listing {
  private Listing() {}

  static Page<Entry> buckets(ListBucketsResponse answer) {
    List<Entry> buckets = answer.buckets().stream().map(Listing::bucket).toList();
    return new Page<>(buckets, answer.continuationToken());
  }

  static Entry bucket(Bucket bucket) {
    StorageUri uri = uri(given(bucket.name(), "a bucket's name"), "");
    return new Entry.Bucket(uri, bucket.creationDate(), bucket.bucketRegion());
  }

  /** Prefixes before objects, as folders are shown. */
  static Page<Entry> objects(StorageUri at, ListObjectsV2Response answer) {
    Stream<Entry> prefixes =
        answer.commonPrefixes().stream()
            .map(it -> new Entry.Prefix(at.withKey(given(it.prefix(), "a prefix"))));
    Stream<Entry> objects = answer.contents().stream().map(it -> object(at, it));
    String next =
        Objects.equals(answer.isTruncated(), true) ? answer.nextContinuationToken() : null;
    return new Page<>(Stream.concat(prefixes, objects).toList(), next);
  }

  private static Entry object(StorageUri at, S3Object object) {
    return new Entry.StoredObject(
        at.withKey(given(object.key(), "a key")),
        given(object.size(), "a size"),
        object.lastModified(),
        object.storageClassAsString(),
        unquoted(object.eTag()));
  }

  static StorageUri uri(String bucket, String key) {
    return new StorageUri(StorageUri.Scheme.S3, bucket, key);
  }

  static <T> T given(@Nullable T value, String what) {
    if (value == null) {
      throw new IllegalArgumentException("the answer lacks " + what);
    }
    return value;
  }

  static @Nullable String unquoted(@Nullable String etag) {
    return etag == null ? null : etag.replace("\"", "");
  }
}
