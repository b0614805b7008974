package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.blob.Content;
import dev.crosstrust.sandbox.google.policy.Policies;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.node.StringNode;

/** All buckets of this cloud: their names are one space for everybody. Safe for many threads. */
public final class Buckets {
  private final Policies policies;
  private final ConcurrentSkipListMap<String, Bucket> buckets = new ConcurrentSkipListMap<>();

  public Buckets(Policies policies) {
    this.policies = policies;
  }

  /**
   * Adds a bucket, with the bindings that every new bucket has: its project's owners, editors and
   * viewers get their part through the bucket's own policy.
   *
   * @see <a href="https://cloud.google.com/storage/docs/access-control/iam#convenience-values">
   *     Convenience values</a>
   */
  public Bucket create(Bucket.Settings settings) {
    Bucket bucket = new Bucket(settings);
    buckets.put(settings.name(), bucket);
    String project = settings.project();
    for (String kind : List.of("Bucket", "Object")) {
      String role = "roles/storage.legacy" + kind;
      policies
          .grant(bucket.resource(), role + "Owner", "projectOwner:" + project)
          .grant(bucket.resource(), role + "Owner", "projectEditor:" + project)
          .grant(bucket.resource(), role + "Reader", "projectViewer:" + project);
    }
    return bucket;
  }

  /** Stores a text, as its uploader's client would. */
  public void put(Bucket bucket, String name, String contentType, String text, Instant now) {
    Content content = Content.of(text.getBytes(StandardCharsets.UTF_8));
    Draft draft = new Draft(name, Map.of("contentType", StringNode.valueOf(contentType)), content);
    bucket.put(draft, now, _ -> {});
  }

  public Optional<Bucket> find(String name) {
    return Optional.ofNullable(buckets.get(name));
  }

  /** The buckets of a project, in the order of their names. */
  List<Bucket> of(String project) {
    return buckets.values().stream()
        .filter(bucket -> bucket.settings().project().equals(project))
        .toList();
  }
}
