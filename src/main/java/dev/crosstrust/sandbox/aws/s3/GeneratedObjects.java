package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.blob.Content;
import dev.crosstrust.sandbox.blob.KeyOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Objects that follow from their number alone and take no memory: {@code
 * data/0000/object-0000000.txt} and on, a thousand to a folder, each with a line of text.
 */
record GeneratedObjects(int count, Instant created) {
  static final int LIMIT = 10_000_000;
  private static final int A_FOLDER = 1_000;
  private static final Map<String, String> HEADERS = Map.of("content-type", "text/plain");

  Optional<StoredObject> find(String key) {
    int index = ceiling(key);
    return index < count && key(index).equals(key) ? Optional.of(object(index)) : Optional.empty();
  }

  /** The number of the first object whose key is not below this one; {@code count} for none. */
  int ceiling(String key) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (KeyOrder.INSTANCE.compare(key(middle), key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  StoredObject object(int index) {
    String text = "object %d of %d\n".formatted(index + 1, count);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new StoredObject(key(index), Content.of(bytes), ETags.of(bytes), created, HEADERS);
  }

  String key(int index) {
    return "data/" + padded(index / A_FOLDER, 4) + "/object-" + padded(index, 7) + ".txt";
  }

  private static String padded(int number, int width) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
