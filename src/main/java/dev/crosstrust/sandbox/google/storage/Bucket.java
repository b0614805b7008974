package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.blob.KeyOrder;
import dev.crosstrust.sandbox.google.policy.Resource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One bucket. Safe for many threads; a listing sees objects that come or go meanwhile or not. */
public final class Bucket {
  private final Settings settings;
  private final ConcurrentNavigableMap<String, StoredObject> objects =
      new ConcurrentSkipListMap<>(KeyOrder.INSTANCE);
  private long lastGeneration;

  /**
   * What a bucket is made with.
   *
   * @param project the id of its project
   * @param projectNumber the twelve digits
   * @param location for example {@code EUROPE-WEST1}
   * @param uniform whether access is by IAM alone, without lists on single objects
   */
  public record Settings(
      String name,
      String project,
      String projectNumber,
      String location,
      boolean uniform,
      Instant created) {}

  Bucket(Settings settings) {
    this.settings = settings;
  }

  public Settings settings() {
    return settings;
  }

  public String name() {
    return settings.name();
  }

  /** As policies know it. */
  public Resource resource() {
    return Resource.bucket(settings.project(), settings.name());
  }

  Resource resource(String object) {
    return resource().object(object);
  }

  Optional<StoredObject> find(String name) {
    return Optional.ofNullable(objects.get(name));
  }

  /** In the order of their names. */
  ConcurrentNavigableMap<String, StoredObject> objects() {
    return objects;
  }

  /**
   * Stores an object, over an older one of the same name.
   *
   * @param check sees what is there, null for nothing, and may refuse
   */
  synchronized StoredObject put(Draft draft, Instant now, Consumer<@Nullable StoredObject> check) {
    check.accept(objects.get(draft.name()));
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
    lastGeneration = Math.max(lastGeneration + 1, micros);
    Instant created = now.truncatedTo(ChronoUnit.MILLIS);
    StoredObject object =
        new StoredObject(
            settings.name(),
            draft.name(),
            lastGeneration,
            1,
            draft.content(),
            Hashes.of(draft.content()),
            draft.settable(),
            created,
            created);
    objects.put(draft.name(), object);
    return object;
  }

  /** Changes the metadata of an object. */
  synchronized Optional<StoredObject> update(
      String name,
      Map<String, JsonNode> settable,
      Instant now,
      Consumer<@Nullable StoredObject> check) {
    StoredObject was = objects.get(name);
    check.accept(was);
    if (was == null) {
      return Optional.empty();
    }
    StoredObject changed =
        new StoredObject(
            was.bucket(),
            name,
            was.generation(),
            was.metageneration() + 1,
            was.content(),
            was.hashes(),
            settable,
            was.created(),
            now.truncatedTo(ChronoUnit.MILLIS));
    objects.put(name, changed);
    return Optional.of(changed);
  }

  /** Removes an object, when there is one. */
  synchronized Optional<StoredObject> delete(String name, Consumer<@Nullable StoredObject> check) {
    check.accept(objects.get(name));
    return Optional.ofNullable(objects.remove(name));
  }

  @Override
  public String toString() {
    return "Bucket[" + name() + "]";
  }
}
