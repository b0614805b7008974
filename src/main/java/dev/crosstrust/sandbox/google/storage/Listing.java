package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.blob.KeyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * One page of a bucket's objects. Names that share what stands between prefix and delimiter are
 * rolled up into one prefix, which counts as one entry; it is passed by seeking, however many names
 * it holds.
 *
 * @param next the last entry of the page when there are more
 * @see <a href="https://cloud.google.com/storage/docs/json_api/v1/objects/list">objects.list</a>
 */
record Listing(List<StoredObject> items, List<String> prefixes, Optional<String> next) {

  /**
   * What to list.
   *
   * @param delimiter empty for none
   * @param start the first name that may be listed; empty for all
   * @param end the first name that may no longer be listed; empty for all
   * @param after the page begins behind this name or prefix; empty for the first page
   * @param size most entries of the page
   * @param trailingDelimiter whether an object named like a prefix is listed too
   */
  record Query(
      String prefix,
      String delimiter,
      String start,
      String end,
      String after,
      int size,
      boolean trailingDelimiter) {

    private @Nullable String first() {
      if (!after.isEmpty()) {
        return behind(after);
      }
      return KeyOrder.INSTANCE.compare(start, prefix) > 0 ? start : prefix;
    }

    private boolean includes(String name) {
      return name.startsWith(prefix) && (end.isEmpty() || KeyOrder.INSTANCE.compare(name, end) < 0);
    }

    private @Nullable String behind(String entry) {
      return entry.equals(rolled(entry)) ? KeyOrder.after(entry) : entry + "\0";
    }

    private @Nullable String rolled(String name) {
      int at = delimiter.isEmpty() ? -1 : name.indexOf(delimiter, prefix.length());
      return at < 0 ? null : name.substring(0, at + delimiter.length());
    }
  }

  static Listing of(ConcurrentNavigableMap<String, StoredObject> objects, Query query) {
    List<StoredObject> items = new ArrayList<>();
    List<String> prefixes = new ArrayList<>();
    String last = "";
    String from = query.first();
    while (from != null) {
      Map.Entry<String, StoredObject> entry = objects.ceilingEntry(from);
      if (entry == null || !query.includes(entry.getKey())) {
        break;
      }
      if (items.size() + prefixes.size() >= query.size()) {
        return new Listing(items, prefixes, Optional.of(last));
      }
      String name = entry.getKey();
      String rolled = query.rolled(name);
      if (rolled == null || (query.trailingDelimiter() && name.equals(rolled))) {
        items.add(entry.getValue());
      }
      if (rolled != null) {
        prefixes.add(rolled);
      }
      last = rolled == null ? name : rolled;
      from = query.behind(last);
    }
    return new Listing(items, prefixes, Optional.empty());
  }
}
