package dev.crosstrust.ui.routes;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.ui.task.Phase;
import dev.crosstrust.ui.workplace.Happening;
import dev.crosstrust.ui.workplace.Happenings;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/** Reports what happens to runs: that they end, and which of their calls are looked at then. */
final class RunReports {
  private final Happenings happenings;
  private final Set<RunModel> followed = Collections.newSetFromMap(new WeakHashMap<>());

  private RunReports(Happenings happenings) {
    this.happenings = happenings;
  }

  static void follow(RoutesModel routes, Happenings happenings) {
    RunReports reports = new RunReports(happenings);
    routes.phaseProperty().subscribe(reports::shown);
  }

  private void shown(Phase<RunModel> phase) {
    if (phase instanceof Phase.Ready<RunModel>(RunModel model) && followed.add(model)) {
      model.runningProperty().addListener((_, _, _) -> ended(model));
      model.legProperty().addListener((_, _, _) -> seen(model));
    }
  }

  private void ended(RunModel model) {
    Run run = model.run();
    if (!model.isRunning() && run != null) {
      happenings.report(new Happening.RunEnded(run.route(), run.outcome(), run.asExpected()));
      seen(model);
    }
  }

  private void seen(RunModel model) {
    if (!model.isRunning()) {
      model
          .legProperty()
          .get()
          .ifPresent(leg -> happenings.report(seen(model.route().name(), leg)));
    }
  }

  private static Happening.LegSeen seen(String route, Leg leg) {
    return new Happening.LegSeen(
        route, leg.name(), leg.outcome(), !Boolean.FALSE.equals(leg.asExpected()));
  }
}
