package dev.crosstrust.ui.routes;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.diagnosis.Diagnosis;
import dev.crosstrust.diagnosis.Evidence;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.road.Prediction;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.ui.routes.check.Beside;
import dev.crosstrust.ui.routes.check.Beside.Answer;
import dev.crosstrust.ui.routes.check.CheckModel;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** What the other side will answer to a route's token, told before it is asked. */
final class PredictionModel {
  private final Background background;
  private final Prediction prediction;
  private final CheckModel check;
  private final ReadOnlyBooleanWrapper predicting = new ReadOnlyBooleanWrapper();
  private @Nullable LocalCheck foretold;
  private @Nullable Job job;
  private boolean answered;

  /**
   * @param check where it is shown
   */
  PredictionModel(Background background, Prediction prediction, CheckModel check) {
    this.background = background;
    this.prediction = prediction;
    this.check = check;
  }

  ReadOnlyBooleanProperty predictingProperty() {
    return predicting.getReadOnlyProperty();
  }

  boolean isPredicting() {
    return predicting.get();
  }

  /**
   * Begins.
   *
   * @param found gets what stands in the way, the most likely first
   */
  void begin(Route route, Consumer<List<Finding>> found) {
    foretold = null;
    answered = false;
    predicting.set(true);
    Job begun =
        background.begin(
            () -> told(route),
            told -> show(route, told, found),
            sentence ->
                show(route, new Told(Outcome.broken(Kind.LOCAL, sentence), List.of()), found));
    job = begun;
    if (!answered) {
      check.working("Asking for the token, and reading what the other side takes", begun);
    }
  }

  /** Ends it; nothing is foretold then. */
  void cancel() {
    Job begun = job;
    if (predicting.get() && begun != null) {
      begun.cancel();
      predicting.set(false);
      check.clear();
    }
  }

  /** Whether something was foretold. */
  boolean isMade() {
    return foretold != null;
  }

  /** What was foretold; null when nothing was. */
  @Nullable Verdict foretold() {
    return foretold == null ? null : foretold.verdict();
  }

  /** What came beside what was foretold, in a sentence; empty when nothing was. */
  String compared(Run run) {
    return foretold == null ? "" : Foretold.compared(foretold.verdict(), run);
  }

  private Told told(Route route) {
    Recorder recorder = new Recorder();
    return new Told(prediction.of(route, recorder), recorder.legs());
  }

  private void show(Route route, Told told, Consumer<List<Finding>> found) {
    answered = true;
    switch (told.outcome()) {
      case Outcome.Done<LocalCheck>(LocalCheck made) -> {
        foretold = made;
        boolean saysWhy = made.verdict() != Verdict.REFUSED;
        String said = Foretold.said(made, route.direction());
        check.show(made, new Beside(said, saysWhy, Answer.NONE, made.findings()));
        found.accept(made.findings());
      }
      case Outcome.Refused<LocalCheck> _ -> check.without(new Phase.Refused<>(told.findings()));
      case Outcome.Broken<LocalCheck> _ -> check.without(new Phase.Broken<>(told.findings()));
    }
    predicting.set(false);
  }

  private record Told(Outcome<LocalCheck> outcome, List<Leg> legs) {
    List<Finding> findings() {
      return Diagnosis.of(Evidence.of(outcome, legs));
    }
  }
}
