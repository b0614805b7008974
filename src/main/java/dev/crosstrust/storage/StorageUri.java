package dev.crosstrust.storage;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where something lies in Amazon S3 or Cloud Storage, as the clouds' own tools write it: {@code
 * s3://bucket/key} or {@code gs://bucket/name}. The key is taken as it stands: nothing in it is
 * decoded, joined or normalized, because {@code a//b}, {@code ../c} and {@code a%20b} are names of
 * objects like any other.
 *
 * @param bucket empty when all buckets are meant
 * @param key the object's name or a prefix of names; empty when the bucket itself is meant
 */
public record StorageUri(Scheme scheme, String bucket, String key) {
  /** What both clouds allow, old names included: nothing that could change a URL's meaning. */
  private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,254}");

  /** Which cloud's storage. */
  public enum Scheme {
    S3,
    GS;

    String prefix() {
      return name().toLowerCase(Locale.ROOT) + "://";
    }
  }

  /**
   * @throws IllegalArgumentException when the bucket cannot be one, with a sentence for the user
   */
  public StorageUri {
    if (bucket.isEmpty() && !key.isEmpty()) {
      throw new IllegalArgumentException(
          "\"%s/%s\" names no bucket".formatted(scheme.prefix(), key));
    }
    if (!bucket.isEmpty() && !BUCKET.matcher(bucket).matches()) {
      throw new IllegalArgumentException("\"%s\" cannot be the name of a bucket".formatted(bucket));
    }
  }

  /** All buckets. */
  public static StorageUri root(Scheme scheme) {
    return new StorageUri(scheme, "", "");
  }

  /**
   * Reads {@code s3://}, {@code s3://bucket}, {@code s3://bucket/key} and the same with {@code gs}.
   *
   * @throws IllegalArgumentException when it is none of these, with a sentence for the user
   */
  public static StorageUri parse(String text) {
    for (Scheme scheme : Scheme.values()) {
      String prefix = scheme.prefix();
      if (text.regionMatches(true, 0, prefix, 0, prefix.length())) {
        String rest = text.substring(prefix.length());
        int slash = rest.indexOf('/');
        return slash < 0
            ? new StorageUri(scheme, rest, "")
            : new StorageUri(scheme, rest.substring(0, slash), rest.substring(slash + 1));
      }
    }
    throw new IllegalArgumentException(
        "\"%s\" is neither an s3:// nor a gs:// address".formatted(text));
  }

  /** Whether all buckets are meant. */
  public boolean isRoot() {
    return bucket.isEmpty();
  }

  /** Whether one object may be meant: there is a key, and it does not look like a folder. */
  public boolean isObject() {
    return !key.isEmpty() && !key.endsWith("/");
  }

  /** Another place of the same bucket. */
  public StorageUri withKey(String otherKey) {
    return new StorageUri(scheme, bucket, otherKey);
  }

  /**
   * The last part of the key, with the slash that ends it where one does; the bucket where there is
   * no key.
   */
  public String name() {
    return key.isEmpty() ? bucket : key.substring(folderEnd());
  }

  /** One step up: from a key to the prefix it lies under, to the bucket, to all buckets. */
  public StorageUri parent() {
    return key.isEmpty() ? root(scheme) : withKey(key.substring(0, folderEnd()));
  }

  /** Where the last part of the key begins. */
  private int folderEnd() {
    return key.lastIndexOf('/', key.length() - 2) + 1;
  }

  /** The form that {@link #parse} reads; a bucket ends with a slash. */
  @Override
  public String toString() {
    return scheme.prefix() + (isRoot() ? "" : bucket + "/" + key);
  }
}
