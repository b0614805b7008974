package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.StorageUri;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ObservableList;

/** The tree of buckets and prefixes, grown from what listings show and from what is typed. */
final class PlacesModel {
  /** More belong into the table, which is virtual and has a filter. */
  private static final int MOST_BELOW = 500;

  /** Where one is before any storage is open: above all buckets; whose does not matter yet. */
  static final StorageUri NOWHERE = StorageUri.root(StorageUri.Scheme.S3);

  private final Map<StorageUri, Place> known = new HashMap<>();
  private final Place root = new Place(NOWHERE);

  /** The place that stands above the buckets. */
  Place root() {
    return root;
  }

  ObservableList<Place> buckets() {
    return root.below();
  }

  /** The place itself, put into the tree with all above it when it is new. */
  Place at(StorageUri uri) {
    if (uri.isRoot()) {
      return root;
    }
    Place there = known.get(uri);
    if (there == null) {
      there = new Place(uri);
      known.put(uri, there);
      at(uri.parent()).below().add(there);
    }
    return there;
  }

  /** A part of a listing has come. */
  void found(StorageUri at, List<Entry> entries) {
    Place place = at(folder(at));
    place.became(Place.State.SEEN);
    for (Entry entry : entries) {
      if (!(entry instanceof Entry.StoredObject) && place.below().size() < MOST_BELOW) {
        at(entry.uri());
      }
    }
  }

  void refused(StorageUri at) {
    at(folder(at)).became(Place.State.REFUSED);
  }

  /** Half a name, as it may be typed, is no place of its own. */
  private static StorageUri folder(StorageUri at) {
    return at.isObject() ? at.parent() : at;
  }

  /**
   * As far as the known places leave no doubt how an address goes on; empty when they add nothing.
   */
  Optional<String> completed(String typed) {
    return known.keySet().stream()
        .map(StorageUri::toString)
        .filter(address -> address.startsWith(typed))
        .reduce(PlacesModel::common)
        .filter(longer -> longer.length() > typed.length());
  }

  private static String common(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int end = 0;
    while (end < shorter && one.charAt(end) == other.charAt(end)) {
      end++;
    }
    return one.substring(0, end);
  }

  void clear() {
    known.clear();
    root.below().clear();
    root.became(Place.State.UNSEEN);
  }
}
