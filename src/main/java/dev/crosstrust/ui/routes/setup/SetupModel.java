package dev.crosstrust.ui.routes.setup;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Cloud;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.setup.item.SetupItem.State;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What a route needs, as it was found when somebody last looked. Nothing is asked before. */
public final class SetupModel {
  private static final Phase<List<SetupItem>> NOT_LOOKED =
      new Phase.Empty<>(
          "Nothing has been asked yet",
          "Choose who may look into each cloud, then check. The check only reads; without anybody"
              + " to look with, it tells what must exist and the commands that make it.");

  private final Background background;
  private final CheckSetup checker;
  private final AdminsModel admins;
  private final ReadOnlyObjectWrapper<Phase<List<SetupItem>>> phase =
      new ReadOnlyObjectWrapper<>(NOT_LOOKED);
  private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ObjectProperty<@Nullable SetupItem> chosen = new SimpleObjectProperty<>();
  private Phase<List<SetupItem>> before = NOT_LOOKED;
  private @Nullable Job job;
  private boolean answered;

  public SetupModel(Background background, CheckSetup checker, AdminsModel admins) {
    this.background = background;
    this.checker = checker;
    this.admins = admins;
  }

  /** Whom to look with. */
  AdminsModel admins() {
    return admins;
  }

  /** What there is to see. */
  public ReadOnlyObjectProperty<Phase<List<SetupItem>>> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty checkingProperty() {
    return checking.getReadOnlyProperty();
  }

  /** How many pieces are in which state; empty before anybody has looked. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  public String getSummary() {
    return summary.get();
  }

  /** The piece that is looked at; null while there is none. */
  public ObjectProperty<@Nullable SetupItem> chosenProperty() {
    return chosen;
  }

  /** Looks; does nothing while that goes on. */
  public void start() {
    if (checking.get()) {
      return;
    }
    before = phase.get();
    checking.set(true);
    answered = false;
    String aws = admins.chosen(Cloud.AWS).get();
    String google = admins.chosen(Cloud.GOOGLE).get();
    Job begun = background.begin(() -> checker.check(aws, google), this::found, this::unusable);
    job = begun;
    if (!answered) {
      phase.set(new Phase.Working<>("Looking at both sides", begun));
    }
  }

  /** Ends the look; what was there before is shown again. */
  public void cancel() {
    Job begun = job;
    if (checking.get() && begun != null) {
      begun.cancel();
      cancelled();
    }
  }

  /** The job has been cancelled by somebody else. */
  void cancelled() {
    if (checking.get()) {
      checking.set(false);
      phase.set(before);
    }
  }

  private void found(List<SetupItem> items) {
    end();
    summary.set(summary(items));
    chosen.set(first(items));
    phase.set(new Phase.Ready<>(items));
  }

  private void unusable(String sentence) {
    end();
    summary.set("");
    phase.set(
        new Phase.Broken<>(
            List.of(
                Finding.error("local.unusable", "Something on this machine stands in the way")
                    .because(sentence))));
  }

  private void end() {
    answered = true;
    checking.set(false);
  }

  /** What is missing is looked at first, then what is not known. */
  private static @Nullable SetupItem first(List<SetupItem> items) {
    return Stream.of(State.MISSING, State.UNKNOWN, State.PRESENT)
        .flatMap(state -> items.stream().filter(item -> item.state() == state))
        .findFirst()
        .orElse(null);
  }

  private static String summary(List<SetupItem> items) {
    return Stream.of(State.values())
        .map(
            state ->
                "%d %s"
                    .formatted(
                        items.stream().filter(item -> item.state() == state).count(),
                        state.name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(" · "));
  }
}
