package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.blob.Content;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A multipart upload under way.
 *
 * @param headers kept with the object to be
 * @param parts by their number, 1 to 10,000
 */
record Upload(
    String id,
    String key,
    Map<String, String> headers,
    Instant initiated,
    ConcurrentNavigableMap<Integer, Part> parts) {

  Upload(String id, String key, Map<String, String> headers, Instant initiated) {
    this(id, key, headers, initiated, new ConcurrentSkipListMap<>());
  }

  /** One part as received. */
  record Part(int number, Content content, String etag, Instant lastModified) {}
}
