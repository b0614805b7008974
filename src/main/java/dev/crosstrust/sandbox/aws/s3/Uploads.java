package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.blob.KeyOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The multipart uploads under way in one bucket. */
final class Uploads {
  private final Map<String, Upload> byId = new ConcurrentHashMap<>();

  Upload start(String key, Map<String, String> headers, Instant now) {
    String id = UUID.randomUUID().toString().replace("-", "");
    Upload upload = new Upload(id, key, Map.copyOf(headers), now);
    byId.put(id, upload);
    return upload;
  }

  Optional<Upload> find(String id, String key) {
    return Optional.ofNullable(byId.get(id)).filter(upload -> upload.key().equals(key));
  }

  void end(Upload upload) {
    byId.remove(upload.id());
  }

  /** In the order of keys, then of ids. */
  List<Upload> all() {
    return byId.values().stream()
        .sorted(Comparator.comparing(Upload::key, KeyOrder.INSTANCE).thenComparing(Upload::id))
        .toList();
  }
}
