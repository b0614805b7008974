package dev.crosstrust.sandbox.google.storage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Buckets and objects as the API writes them.
 *
 * @see <a href="https://cloud.google.com/storage/docs/json_api/v1/objects#resource">Objects</a>
 * @see <a href="https://cloud.google.com/storage/docs/json_api/v1/buckets#resource">Buckets</a>
 */
final class Resources {
  private static final String SELF = "https://www.googleapis.com/storage/v1/b/";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** So long may uniform access be switched off again. */
  private static final Duration CHANGEABLE = Duration.ofDays(90);

  private Resources() {}

  static Map<String, Object> of(Bucket bucket) {
    Bucket.Settings settings = bucket.settings();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", "storage#bucket");
    json.put("selfLink", SELF + settings.name());
    json.put("id", settings.name());
    json.put("name", settings.name());
    json.put("projectNumber", settings.projectNumber());
    json.put("generation", Long.toString(settings.created().toEpochMilli() * 1000));
    json.put("metageneration", "1");
    json.put("location", settings.location());
    json.put("storageClass", "STANDARD");
    json.put("etag", Etag.ofBucket(1));
    json.put("timeCreated", time(settings.created()));
    json.put("updated", time(settings.created()));
    json.put("softDeletePolicy", Map.of("retentionDurationSeconds", "0"));
    json.put("iamConfiguration", iamConfiguration(settings));
    json.put("locationType", "region");
    return json;
  }

  static Map<String, Object> layout(Bucket bucket) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", "storage#storageLayout");
    json.put("bucket", bucket.name());
    json.put("location", bucket.settings().location());
    json.put("locationType", "region");
    json.put("hierarchicalNamespace", Map.of("enabled", false));
    return json;
  }

  private static Map<String, Object> iamConfiguration(Bucket.Settings settings) {
    Map<String, Object> uniform = new LinkedHashMap<>();
    uniform.put("enabled", settings.uniform());
    if (settings.uniform()) {
      uniform.put("lockedTime", time(settings.created().plus(CHANGEABLE)));
    }
    Map<String, Object> configuration = new LinkedHashMap<>();
    configuration.put("bucketPolicyOnly", uniform);
    configuration.put("uniformBucketLevelAccess", uniform);
    configuration.put("publicAccessPrevention", "inherited");
    return configuration;
  }

  /**
   * An object.
   *
   * @param origin where downloads are to come, for example {@code http://127.0.0.1:8081}: clients
   *     follow {@code mediaLink} as it stands
   */
  static Map<String, Object> of(StoredObject object, String origin) {
    String path = object.bucket() + "/o/" + encoded(object.name());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", "storage#object");
    json.put("id", object.bucket() + "/" + object.name() + "/" + object.generation());
    json.put("selfLink", SELF + path);
    json.put(
        "mediaLink",
        origin
            + "/download/storage/v1/b/"
            + path
            + "?generation="
            + object.generation()
            + "&alt=media");
    json.put("name", object.name());
    json.put("bucket", object.bucket());
    json.put("generation", Long.toString(object.generation()));
    json.put("metageneration", Long.toString(object.metageneration()));
    json.put("storageClass", "STANDARD");
    json.put("size", Long.toString(object.size()));
    json.put("md5Hash", object.hashes().md5());
    json.put("crc32c", object.hashes().crc32c());
    json.put("etag", object.etag());
    json.put("timeCreated", time(object.created()));
    json.put("updated", time(object.updated()));
    json.put("timeStorageClassUpdated", time(object.created()));
    json.put("timeFinalized", time(object.created()));
    json.putAll(object.settable());
    return json;
  }

  static Map<String, Object> list(String kind, List<?> items) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", kind);
    if (!items.isEmpty()) {
      json.put("items", items);
    }
    return json;
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
