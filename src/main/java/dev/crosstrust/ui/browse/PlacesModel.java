package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.StorageUri;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ObservableList;

/** The tree of buckets and prefixes, grown from what listings show and from what is typed. */
final class PlacesModel {
  /** More belong into the table, which is virtual and has a filter. */
  private static final int MOST_BELOW = 500;

  static final StorageUri ROOT = new StorageUri(StorageUri.Scheme.S3, "", "");

  private final Place root = new Place(ROOT);
  private final Map<StorageUri, Place> known = new HashMap<>();

  /**
   * The place that somebody means: an address, or a bucket and what follows it.
   *
   * @throws IllegalArgumentException when it cannot be one, with a sentence for the user
   */
  static StorageUri typed(String text) {
    StorageUri uri = StorageUri.parse(text.contains("://") ? text : ROOT + text);
    if (uri.scheme() != StorageUri.Scheme.S3) {
      throw new IllegalArgumentException("This version looks into S3 only: s3://bucket/prefix/");
    }
    return uri;
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

  void clear() {
    known.clear();
    root.below().clear();
    root.became(Place.State.UNSEEN);
  }
}
