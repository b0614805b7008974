package dev.crosstrust.ui.routes;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.road.Prediction;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.ui.kit.Flow;
import dev.crosstrust.ui.kit.Flow.Arrow;
import dev.crosstrust.ui.routes.check.Beside;
import dev.crosstrust.ui.routes.check.CheckModel;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Latest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/** One route and its last run, as it grows. */
public final class RunModel {
  private final Background background;
  private final RunRoute runner;
  private final Route route;
  private final ReadOnlyObjectWrapper<Flow> flow;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper when = new ReadOnlyStringWrapper("");
  private final ChosenLeg chosen = new ChosenLeg();
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();
  private final ObservableSet<String> opened = FXCollections.observableSet();
  private final CheckModel check;
  private final PredictionModel prediction;
  private @Nullable Run run;
  private @Nullable Job job;
  private final RunClock clock;
  private boolean cancelling;

  RunModel(
      Background background,
      RunRoute runner,
      Prediction predictor,
      InstantSource clock,
      Route route) {
    this.background = background;
    this.runner = runner;
    this.route = route;
    check = new CheckModel(background, Latest.TYPING);
    prediction = new PredictionModel(background, predictor, check);
    this.clock = new RunClock(clock);
    flow = new ReadOnlyObjectWrapper<>(RunFlow.of(route, null, null, this.clock.now()));
    prediction.predictingProperty().subscribe((_, _) -> tick());
  }

  /** The route that is run. */
  public Route route() {
    return route;
  }

  /** The run so far; null before the first. */
  public @Nullable Run run() {
    return run;
  }

  /** The picture of it. */
  public ReadOnlyObjectProperty<Flow> flowProperty() {
    return flow.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  public boolean isRunning() {
    return running.get();
  }

  /** What the run came to, in a sentence; empty while it goes on. */
  public ReadOnlyStringProperty resultProperty() {
    return result.getReadOnlyProperty();
  }

  public String getResult() {
    return result.get();
  }

  /** How long it has been going on, or when it was. */
  public ReadOnlyStringProperty whenProperty() {
    return when.getReadOnlyProperty();
  }

  public String getWhen() {
    return when.get();
  }

  /** What was found out about the last run, the most likely first. */
  public ObservableList<Finding> findings() {
    return findings;
  }

  /** The ids of those findings that were opened to be read whole. */
  public ObservableSet<String> opened() {
    return opened;
  }

  /** The number of the leg that is looked at; {@link Arrow#NO_LEG} for none. */
  public IntegerProperty chosenProperty() {
    return chosen.chosenProperty();
  }

  /** The leg that is looked at. */
  public ReadOnlyObjectProperty<Optional<Leg>> legProperty() {
    return chosen.legProperty();
  }

  /** The other side's check of the token, made here. */
  public CheckModel check() {
    return check;
  }

  /** Whether it is being found out what will be answered. */
  public ReadOnlyBooleanProperty predictingProperty() {
    return prediction.predictingProperty();
  }

  /** Foretells what the other side will answer; does nothing while that or the run goes on. */
  public void predict() {
    if (!running.get() && !prediction.isPredicting()) {
      forget();
      clock.begin();
      prediction.begin(route, findings::setAll);
    }
  }

  private void forget() {
    run = null;
    cancelling = false;
    findings.clear();
    opened.clear();
    result.set("");
    check.clear();
    chosen.clear();
  }

  /** Runs the route; does nothing while it runs. */
  public void start() {
    if (running.get() || prediction.isPredicting()) {
      return;
    }
    forget();
    clock.begin();
    running.set(true);
    check.awaited();
    tick();
    job = background.begin(this::make, _ -> {}, this::failed);
  }

  /** Ends the run with what it has. */
  public void cancel() {
    prediction.cancel();
    Job begun = job;
    if (running.get() && begun != null) {
      cancelling = true;
      begun.cancel();
      tick();
    }
  }

  /** Time has passed. */
  public void tick() {
    when.set(when());
    flow.set(RunFlow.of(route, run, prediction.foretold(), clock.now()));
  }

  private String when() {
    if (running.get()) {
      return clock.goingOn(cancelling ? "cancelling" : "running");
    }
    if (prediction.isPredicting()) {
      return clock.goingOn("predicting");
    }
    if (run != null) {
      return clock.last();
    }
    return prediction.isMade() ? "predicted, not run" : "not run yet";
  }

  /** In the background. The last state comes when the run was cancelled, too. */
  private Run make() {
    try {
      return runner.run(route, grown -> background.toScreen(() -> show(grown)));
    } finally {
      background.toScreen(this::end);
    }
  }

  private void show(Run grown) {
    run = grown;
    chosen.grown(grown.legs());
    Job begun = job;
    if (grown.outcome() == Run.State.CHECKING && grown.check() == null && begun != null) {
      check.working("Reading what the other side takes, to judge the token by it", begun);
    }
    tick();
  }

  private void end() {
    if (!running.get()) {
      return;
    }
    clock.end();
    chosen.ended(run, flow.get());
    running.set(false);
    if (run == null) {
      check.clear();
    } else {
      tick();
      findings.setAll(RunCards.of(run));
      judged(run);
      result.set("%s %s".formatted(Verdict.of(run), prediction.compared(run)).strip());
    }
  }

  private void judged(Run over) {
    LocalCheck made = over.check();
    if (made != null) {
      check.show(
          made,
          new Beside(prediction.compared(over), false, Foretold.answer(over), over.findings()));
    } else {
      check.notJudged(Unjudged.why(over));
    }
  }

  /** Looks at the exchange, where there was one. */
  void chooseExchange() {
    if (run != null) {
      chosen.choose(Foretold.exchange(run));
    }
  }

  private void failed(String sentence) {
    end();
    findings.setAll(
        List.of(
            Finding.error("local.unusable", "Something on this machine stands in the way")
                .because(sentence)));
    result.set("The run could not be made.");
  }
}
