package dev.crosstrust.sandbox.aws.s3;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** All buckets of this cloud, of every account: their names are shared by all. Thread safe. */
public final class Buckets {
  private final ConcurrentSkipListMap<String, Bucket> byName = new ConcurrentSkipListMap<>();

  /**
   * Creates a bucket.
   *
   * @param owner the twelve digits of an account
   * @throws IllegalArgumentException when the name is taken
   */
  public Bucket create(String name, String region, String owner, Instant now) {
    Bucket bucket = new Bucket(name, region, owner, now);
    if (byName.putIfAbsent(name, bucket) != null) {
      throw new IllegalArgumentException("bucket exists: " + name);
    }
    return bucket;
  }

  public Optional<Bucket> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The buckets of an account, in the order of their names. */
  public List<Bucket> ownedBy(String account) {
    return byName.values().stream().filter(bucket -> bucket.owner().equals(account)).toList();
  }

  /** Forgets everything. */
  public void clear() {
    byName.clear();
  }
}
