package dev.crosstrust.ui.workplace;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What has happened in the window since it came to work where it works: each thing once, in the
 * order of its first time. Screens report, and do not know who listens.
 */
public final class Happenings {
  /** Beyond that the oldest are forgotten: somebody may look into objects for days. */
  private static final int MOST = 500;

  private final ObservableList<Happening> known = FXCollections.observableArrayList();
  private final ObservableList<Happening> seen = FXCollections.unmodifiableObservableList(known);

  /** Everything, the oldest first. */
  public ObservableList<Happening> all() {
    return seen;
  }

  /** Something has happened; what is known already stays as it is. */
  public void report(Happening happening) {
    if (!known.contains(happening)) {
      if (known.size() == MOST) {
        known.removeFirst();
      }
      known.add(happening);
    }
  }

  /** Begins anew. */
  public void forget() {
    known.clear();
  }
}
