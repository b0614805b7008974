package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.ui.kit.Visible;
import dev.crosstrust.ui.task.Phase;

/** Places where there is nothing to list, and what to do about it. */
final class Nothing {
  private Nothing() {}

  /** The listing came to its end without an entry. */
  static <T> Phase<T> at(StorageUri place) {
    if (place.isRoot()) {
      return new Phase.Empty<>("No buckets", "There are none here. Type another bucket's address.");
    }
    return place.key().isEmpty()
        ? new Phase.Empty<>("This bucket is empty", "Upload puts the first object into it.")
        : new Phase.Empty<>(
            "Nothing begins with " + Visible.text(place.key()),
            "Alt+Up goes one step up. Names are exact.");
  }

  /** All buckets may not be listed; one may be opened all the same. */
  static <T> Phase<T> mayBeListed(StorageUri root) {
    return new Phase.Empty<>(
        "Type a bucket's address",
        ("%sbucket/prefix/ in the line above, then Enter: it opens without the list."
                + " An object's address shows how it begins.%s")
            .formatted(
                root,
                root.scheme() == StorageUri.Scheme.GS
                    ? " dataset.table opens a table of BigQuery."
                    : ""));
  }
}
