package dev.crosstrust.ui.shell;

import dev.crosstrust.finding.HelpPage;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Work;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The help pages, one a finding's id: read when the first is asked for, found by typing. */
public final class HelpModel {
  private final Background background;
  private final Work<List<HelpPage>> pages;
  private final ObservableList<HelpPage> all = FXCollections.observableArrayList();
  private final FilteredList<HelpPage> found = new FilteredList<>(all);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable HelpPage> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private String wanted = "";

  /**
   * @param pages reads them all, in the background
   */
  public HelpModel(Background background, Work<List<HelpPage>> pages) {
    this.background = background;
    this.pages = pages;
    filter.subscribe(this::find);
  }

  /** Those that the filter lets through. */
  ObservableList<HelpPage> found() {
    return found;
  }

  /** Part of an id or a title. */
  StringProperty filterProperty() {
    return filter;
  }

  /** The page that is shown; null for none. */
  ObjectProperty<@Nullable HelpPage> chosenProperty() {
    return chosen;
  }

  /** Why there is no page; empty when there is one. */
  ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /**
   * Goes to a page.
   *
   * @param id of a finding; empty for the first there is
   */
  void open(String id) {
    wanted = id;
    filter.set("");
    if (!all.isEmpty()) {
      choose();
      return;
    }
    note.set("The help pages are being read.");
    Job _ =
        background.begin(
            pages,
            read -> {
              all.setAll(read);
              choose();
            },
            note::set);
  }

  private void choose() {
    HelpPage page =
        wanted.isEmpty()
            ? all.stream().findFirst().orElse(null)
            : all.stream().filter(it -> it.id().equals(wanted)).findFirst().orElse(null);
    chosen.set(page);
    note.set(page == null ? "There is no page for %s.".formatted(wanted) : "");
  }

  private void find(String text) {
    String sought = text.strip().toLowerCase(Locale.ROOT);
    found.setPredicate(
        page ->
            Stream.of(page.id(), page.title())
                .anyMatch(words -> words.toLowerCase(Locale.ROOT).contains(sought)));
    if (!sought.isEmpty() && !found.isEmpty() && !found.contains(chosen.get())) {
      chosen.set(found.getFirst());
      note.set("");
    }
  }
}
