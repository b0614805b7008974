package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.ui.task.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/**
 * What a listing has brought: which of it is shown, and in which order. While more comes the order
 * is that of arrival, because each batch that is sorted in costs more than the one before;
 * afterwards all is sorted at once, in the background.
 */
final class EntriesModel {
  private final Errand sorting;
  private final List<Entry> arrived = new ArrayList<>();
  private final ObservableList<Entry> ordered = FXCollections.observableArrayList();
  private final FilteredList<Entry> shown = new FilteredList<>(ordered);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Order> order = new ReadOnlyObjectWrapper<>(Order.OF_ARRIVAL);
  private StorageUri place = PlacesModel.NOWHERE;
  private boolean growing;
  private long objects;

  EntriesModel(Background background) {
    sorting = new Errand(background);
    filter.subscribe(this::filter);
  }

  /** A listing of this place begins; what was here is forgotten. */
  void begin(StorageUri at) {
    clear();
    place = at;
    growing = true;
  }

  void add(List<Entry> batch) {
    arrived.addAll(batch);
    ordered.addAll(batch);
    objects += batch.stream().filter(Entry.StoredObject.class::isInstance).count();
  }

  /** Nothing more comes. */
  void end() {
    if (growing) {
      growing = false;
      sort();
    }
  }

  void clear() {
    sorting.giveUp();
    growing = false;
    arrived.clear();
    ordered.clear();
    objects = 0;
    filter.set("");
  }

  void orderBy(Order wanted) {
    if (!wanted.equals(order.get())) {
      order.set(wanted);
      if (!growing) {
        sort();
      }
    }
  }

  private void sort() {
    Order wanted = order.get();
    if (wanted.ofArrival()) {
      sorting.giveUp();
      if (!ordered.equals(arrived)) {
        ordered.setAll(arrived);
      }
      return;
    }
    List<Entry> all = List.copyOf(arrived);
    sorting.begin(
        () -> all.stream().sorted(wanted.comparator()).toList(), ordered::setAll, _ -> {});
  }

  private void filter(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    shown.setPredicate(
        wanted.isEmpty() ? null : entry -> nameOf(entry).toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** A name as it is read below the place that is listed. */
  String nameOf(Entry entry) {
    String key = entry.uri().key();
    int folder = place.key().lastIndexOf('/') + 1;
    return key.length() > folder ? key.substring(folder) : entry.uri().name();
  }

  /** The number of lines in words: buckets, or prefixes and objects. */
  String count() {
    long folders = arrived.size() - objects;
    if (place.isRoot()) {
      return Words.count(folders, "bucket", "buckets");
    }
    String above = Words.count(folders, "prefix", "prefixes");
    String lines = Words.count(objects, "object", "objects");
    return folders == 0 ? lines : objects == 0 ? above : above + " · " + lines;
  }

  boolean isEmpty() {
    return arrived.isEmpty();
  }

  int size() {
    return arrived.size();
  }

  /** All that have come. */
  ObservableList<Entry> all() {
    return FXCollections.unmodifiableObservableList(ordered);
  }

  /** Those that the filter lets through. */
  ObservableList<Entry> shown() {
    return shown;
  }

  StringProperty filterProperty() {
    return filter;
  }

  ReadOnlyObjectProperty<Order> orderProperty() {
    return order.getReadOnlyProperty();
  }
}
