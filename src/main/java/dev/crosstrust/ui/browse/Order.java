package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.Entry;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/** What lines are ordered by; prefixes stay before objects either way. */
record Order(By by, boolean descending) {
  /** What there is to order by. */
  enum By {
    /** The service's own order: that of arrival. */
    ARRIVAL,
    NAME,
    SIZE,
    MODIFIED,
    STORAGE_CLASS
  }

  static final Order OF_ARRIVAL = new Order(By.ARRIVAL, false);

  boolean ofArrival() {
    return by == By.ARRIVAL;
  }

  Comparator<Entry> comparator() {
    Comparator<Entry> wanted =
        switch (by) {
          case ARRIVAL -> (_, _) -> 0;
          case NAME -> Comparator.comparing(entry -> entry.uri().toString());
          case SIZE -> Comparator.comparingLong(Order::size);
          case MODIFIED -> Comparator.comparing(Order::modified);
          case STORAGE_CLASS -> Comparator.comparing(Order::storageClass);
        };
    Comparator<Entry> objectsLast = Comparator.comparing(Entry.StoredObject.class::isInstance);
    return objectsLast.thenComparing(descending ? wanted.reversed() : wanted);
  }

  private static long size(Entry entry) {
    return entry instanceof Entry.StoredObject object ? object.size() : -1;
  }

  private static Instant modified(Entry entry) {
    Instant when =
        switch (entry) {
          case Entry.StoredObject object -> object.modified();
          case Entry.Bucket bucket -> bucket.created();
          case Entry.Prefix _ -> null;
        };
    return Objects.requireNonNullElse(when, Instant.MIN);
  }

  /** As the table shows it: the class of an object, the region of a bucket. */
  static String storageClass(Entry entry) {
    String word =
        switch (entry) {
          case Entry.StoredObject object -> object.storageClass();
          case Entry.Bucket bucket -> bucket.region();
          case Entry.Prefix _ -> null;
        };
    return Objects.requireNonNullElse(word, "");
  }
}
