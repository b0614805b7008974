package dev.crosstrust.ui.routes.check;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;

/** The other side's check of the token, made here. */
public final class CheckModel {
  private static final Phase<LocalCheck> NOT_MADE =
      new Phase.Empty<>(
          "Nothing has been judged yet", "Run the route, or predict what will be answered.");
  private static final Phase<LocalCheck> AWAITED =
      new Phase.Empty<>(
          "Judged at the end of the run",
          "What the other side takes is read once everything has been asked.");

  private final TrialModel trial;
  private final ReadOnlyObjectWrapper<Phase<LocalCheck>> phase =
      new ReadOnlyObjectWrapper<>(NOT_MADE);
  private Beside beside = Beside.NOTHING;
  private boolean idle = true;

  /**
   * @param calm how long nothing must be typed before it is judged
   */
  public CheckModel(Background background, Duration calm) {
    trial = new TrialModel(background, calm, check -> phase.set(shown(check)));
  }

  /** What there is to see. */
  public ReadOnlyObjectProperty<Phase<LocalCheck>> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** The check that is seen; empty when there is none. */
  public Optional<LocalCheck> shown() {
    return phase.get() instanceof Phase.Ready<LocalCheck>(LocalCheck check)
        ? Optional.of(check)
        : Optional.empty();
  }

  /** Changes that are tried with it. */
  TrialModel trial() {
    return trial;
  }

  /** Whether changes are being tried. */
  public ObservableBooleanValue tryingProperty() {
    return trial.editingProperty();
  }

  /** Whether there is anything to change. */
  public boolean isChangeable() {
    return !trial.textsProperty().get().isEmpty();
  }

  /** Nothing has been judged. */
  public void clear() {
    idle(NOT_MADE);
  }

  /** It will be judged at the end of what goes on. */
  public void awaited() {
    idle(AWAITED);
  }

  /**
   * Nothing was judged, though it was to be.
   *
   * @param why in one sentence
   */
  public void notJudged(String why) {
    idle(new Phase.Empty<>("Not judged", why + "\nPredict judges it without asking."));
  }

  private void idle(Phase<LocalCheck> why) {
    take(new LocalCheck.NotMade(List.of()), Beside.NOTHING);
    idle = true;
    phase.set(why);
  }

  /** Whether nothing has been judged, and nothing is. */
  public boolean isIdle() {
    return idle;
  }

  /** Whether it is still to be judged, or is being judged. */
  public boolean isWaiting() {
    return phase.get().equals(AWAITED) || phase.get() instanceof Phase.Working;
  }

  /** It is being judged. */
  public void working(String words, Job job) {
    without(new Phase.Working<>(words, job));
  }

  /** It could not be judged: there is no token. */
  public void without(Phase<LocalCheck> why) {
    take(new LocalCheck.NotMade(List.of()), Beside.NOTHING);
    phase.set(why);
  }

  /** What is known beside the check, where that is of what was read. */
  Beside beside() {
    return beside;
  }

  /** This has been judged from what was read. */
  public void show(LocalCheck check, Beside known) {
    take(check, known);
    phase.set(shown(check));
  }

  private static Phase<LocalCheck> shown(LocalCheck check) {
    return check instanceof LocalCheck.NotMade(List<String> why, var _, var _)
        ? new Phase.Empty<>("There is nothing to judge by", String.join("\n", why))
        : new Phase.Ready<>(check);
  }

  private void take(LocalCheck check, Beside known) {
    idle = false;
    beside = known;
    trial.take(check);
  }
}
