package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.blob.Content;
import dev.crosstrust.sandbox.blob.KeyOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** One bucket. Safe for many threads; a listing sees objects that come or go meanwhile or not. */
public final class Bucket {
  private final String name;
  private final String region;
  private final String owner;
  private final Instant created;
  private final Uploads uploads = new Uploads();
  private final ConcurrentSkipListMap<String, Slot> slots =
      new ConcurrentSkipListMap<>(KeyOrder.INSTANCE);
  private volatile GeneratedObjects generated;

  Bucket(String name, String region, String owner, Instant created) {
    this.name = name;
    this.region = region;
    this.owner = owner;
    this.created = created.truncatedTo(ChronoUnit.SECONDS);
    this.generated = new GeneratedObjects(0, this.created);
  }

  /** What is stored under a key, before anything generated: an object, or that it is gone. */
  sealed interface Slot {
    record Present(StoredObject object) implements Slot {}

    record Gone() implements Slot {}
  }

  public String name() {
    return name;
  }

  /** For example {@code eu-west-1}. */
  public String region() {
    return region;
  }

  /** The twelve digits of the account it belongs to. */
  public String owner() {
    return owner;
  }

  public Instant created() {
    return created;
  }

  /** {@code arn:aws:s3:::name}. */
  public String arn() {
    return "arn:aws:s3:::" + name;
  }

  /**
   * Stores an object, over an older one of the same key.
   *
   * @param bytes taken over; the caller must not change them any more
   * @param headers kept with it, by lower-case name, for example {@code content-type}
   */
  public void put(String key, byte[] bytes, Map<String, String> headers, Instant now) {
    put(key, Content.of(bytes), ETags.of(bytes), headers, now);
  }

  /**
   * Adds objects named {@code data/0000/object-0000000.txt} and on, a thousand to a folder, which
   * take no memory.
   *
   * @param count at most ten million
   */
  public void generate(int count) {
    if (count < 0 || count > GeneratedObjects.LIMIT) {
      throw new IllegalArgumentException("not 0 to " + GeneratedObjects.LIMIT + ": " + count);
    }
    generated = new GeneratedObjects(count, created);
  }

  StoredObject put(
      String key, Content content, String etag, Map<String, String> headers, Instant now) {
    StoredObject object =
        new StoredObject(
            key, content, etag, now.truncatedTo(ChronoUnit.SECONDS), Map.copyOf(headers));
    slots.put(key, new Slot.Present(object));
    return object;
  }

  /** Removes an object; nothing happens when there is none. */
  void delete(String key) {
    if (generated.find(key).isPresent()) {
      slots.put(key, new Slot.Gone());
    } else {
      slots.remove(key);
    }
  }

  Optional<StoredObject> find(String key) {
    return switch (slots.get(key)) {
      case null -> generated.find(key);
      case Slot.Present(StoredObject object) -> Optional.of(object);
      case Slot.Gone _ -> Optional.empty();
    };
  }

  /** The objects in the order of their keys, from the first whose key is not below this one. */
  Iterator<StoredObject> from(String key) {
    return new MergedObjects(slots.tailMap(key, true), generated, generated.ceiling(key));
  }

  Uploads uploads() {
    return uploads;
  }

  @Override
  public String toString() {
    return "Bucket[" + name + "]";
  }
}
