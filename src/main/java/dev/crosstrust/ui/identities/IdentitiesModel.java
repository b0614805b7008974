package dev.crosstrust.ui.identities;

import dev.crosstrust.identity.Identity;
import dev.crosstrust.ui.task.Phase;
import dev.crosstrust.ui.workplace.Happening;
import dev.crosstrust.ui.workplace.Happenings;
import dev.crosstrust.ui.workplace.KnownIdentities;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The list of everybody, and the one that is looked at. */
public final class IdentitiesModel {
  private final KnownIdentities known;
  private final Happenings happenings;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Identity> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

  private boolean onScreen;

  IdentitiesModel(KnownIdentities known, Happenings happenings) {
    this.known = known;
    this.happenings = happenings;
    known.phase().subscribe(this::follow);
    chosen.subscribe(this::seen);
  }

  ObservableValue<Phase<List<Identity>>> phase() {
    return known.phase();
  }

  ObservableList<Row> rows() {
    return rows;
  }

  /** Whom the details are about; null while there is nobody. */
  ObjectProperty<@Nullable Identity> chosenProperty() {
    return chosen;
  }

  /** How many there are, and how many of them cannot be used; empty when there are none. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  public String getSummary() {
    return summary.get();
  }

  /** Reads them as soon as somebody wants to see them. */
  void shown() {
    known.begin();
  }

  /** Whether anybody can see whom the details are about. */
  void onScreen(boolean shown) {
    onScreen = shown;
    seen(chosen.get());
  }

  private void seen(@Nullable Identity identity) {
    if (onScreen && identity != null) {
      happenings.report(new Happening.IdentitySeen(identity.id()));
    }
  }

  void refresh() {
    known.refresh();
  }

  private void follow(Phase<List<Identity>> phase) {
    List<Identity> all = Phase.readyOr(phase, List.of());
    Identity before = chosen.get();
    List<Row> wanted = Row.of(all);
    if (!wanted.equals(rows)) {
      rows.setAll(wanted);
    }
    chosen.set(same(all, before).or(() -> first(all)).orElse(null));
    summary.set(summary(all));
  }

  private static Optional<Identity> same(List<Identity> all, @Nullable Identity before) {
    return all.stream().filter(it -> before != null && it.id().equals(before.id())).findFirst();
  }

  /** Whoever is in trouble is looked at first. */
  private static Optional<Identity> first(List<Identity> all) {
    return all.stream()
        .filter(IdentitiesModel::unusable)
        .findFirst()
        .or(() -> all.stream().filter(Identity::active).findFirst())
        .or(() -> all.stream().findFirst());
  }

  private static boolean unusable(Identity identity) {
    return identity.state() == Identity.State.BROKEN
        || identity.state() == Identity.State.NEEDS_SIGN_IN;
  }

  private static String summary(List<Identity> all) {
    if (all.isEmpty()) {
      return "";
    }
    long unusable = all.stream().filter(IdentitiesModel::unusable).count();
    String total = all.size() == 1 ? "1 identity" : all.size() + " identities";
    return unusable == 0 ? total : "%s · %d not usable now".formatted(total, unusable);
  }
}
