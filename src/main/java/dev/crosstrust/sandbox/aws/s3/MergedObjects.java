package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.blob.KeyOrder;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Goes over stored and generated objects together; where both have a key, the stored one rules. */
final class MergedObjects implements Iterator<StoredObject> {
  private final Iterator<Map.Entry<String, Bucket.Slot>> stored;
  private final GeneratedObjects generated;
  private int index;
  private Map.@Nullable Entry<String, Bucket.Slot> slot;
  private @Nullable StoredObject next;

  MergedObjects(Map<String, Bucket.Slot> stored, GeneratedObjects generated, int index) {
    this.stored = stored.entrySet().iterator();
    this.generated = generated;
    this.index = index;
    this.slot = nextSlot();
    this.next = find();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public StoredObject next() {
    StoredObject current = next;
    if (current == null) {
      throw new NoSuchElementException();
    }
    next = find();
    return current;
  }

  private @Nullable StoredObject find() {
    while (true) {
      Map.Entry<String, Bucket.Slot> first = slot;
      boolean more = index < generated.count();
      if (first == null) {
        return more ? generated.object(index++) : null;
      }
      int order = more ? KeyOrder.INSTANCE.compare(generated.key(index), first.getKey()) : 1;
      if (order < 0) {
        return generated.object(index++);
      }
      if (order == 0) {
        index++;
      }
      slot = nextSlot();
      if (first.getValue() instanceof Bucket.Slot.Present(StoredObject object)) {
        return object;
      }
    }
  }

  private Map.@Nullable Entry<String, Bucket.Slot> nextSlot() {
    return stored.hasNext() ? stored.next() : null;
  }
}
