package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.blob.KeyOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a bucket's keys. Keys that share what stands between prefix and delimiter are rolled
 * up into one common prefix, which counts as one entry; it is passed by seeking, however many keys
 * it holds.
 *
 * @param last the last entry, key or common prefix; empty when the page is
 */
record Listing(
    List<StoredObject> objects, List<String> commonPrefixes, boolean truncated, String last) {

  /**
   * @param delimiter empty for none
   * @param after the page begins behind this key or common prefix
   */
  record Query(String prefix, String delimiter, String after, int maxKeys) {}

  static Listing of(Bucket bucket, Query query) {
    List<StoredObject> objects = new ArrayList<>();
    List<String> prefixes = new ArrayList<>();
    String last = "";
    Iterator<StoredObject> keys = seek(bucket, query);
    while (keys.hasNext()) {
      StoredObject object = keys.next();
      String key = object.key();
      if (!key.startsWith(query.prefix())) {
        break;
      }
      if (key.equals(query.after())) {
        continue;
      }
      if (objects.size() + prefixes.size() == query.maxKeys()) {
        return new Listing(objects, prefixes, query.maxKeys() > 0, last);
      }
      String rolled = commonPrefix(key, query);
      if (rolled == null) {
        objects.add(object);
        last = key;
      } else {
        prefixes.add(rolled);
        last = rolled;
        keys = behind(bucket, rolled);
      }
    }
    return new Listing(objects, prefixes, false, last);
  }

  private static Iterator<StoredObject> seek(Bucket bucket, Query query) {
    String after = query.after();
    if (KeyOrder.INSTANCE.compare(after, query.prefix()) < 0) {
      return bucket.from(query.prefix());
    }
    boolean wasPrefix =
        after.startsWith(query.prefix()) && after.equals(commonPrefix(after, query));
    return wasPrefix ? behind(bucket, after) : bucket.from(after);
  }

  private static Iterator<StoredObject> behind(Bucket bucket, String prefix) {
    String next = KeyOrder.after(prefix);
    return next == null ? List.<StoredObject>of().iterator() : bucket.from(next);
  }

  private static @Nullable String commonPrefix(String key, Query query) {
    if (query.delimiter().isEmpty()) {
      return null;
    }
    int end = key.indexOf(query.delimiter(), query.prefix().length());
    return end < 0 ? null : key.substring(0, end + query.delimiter().length());
  }
}
