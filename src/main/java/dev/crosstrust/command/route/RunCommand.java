package dev.crosstrust.command.route;

import dev.crosstrust.check.Readers;
import dev.crosstrust.command.kit.Alarm;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.SavedRoute;
import dev.crosstrust.command.kit.StillWaiting;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.route.Direction;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.road.Roads;
import dev.crosstrust.route.run.RouteRunner;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.setup.Admins;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.token.lens.TokenReport;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Walks a whole road: token, exchange, steps. */
@Command(name = "run", description = "Run a route: token, exchange and steps, with evidence.")
public final class RunCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "ROUTE", description = "A saved route's name, or a file.")
  private String route = "";

  @Mixin private final AdminOption admin = new AdminOption();

  @Option(
      names = "--no-check",
      description = "Do not read what the other side is configured to take.")
  private boolean noCheck;

  public RunCommand(Context context) {
    this.context = context;
  }

  /** The run as the contract writes it. */
  private record Report(
      String route,
      Direction direction,
      Leg.Result outcome,
      List<Leg> legs,
      @Nullable Identity identity,
      @Nullable TokenReport token,
      Run.@Nullable Credentials credentials,
      @Nullable CheckReport check,
      List<Finding> findings) {
    static Report of(Run run) {
      return new Report(
          run.route(),
          run.direction(),
          outcome(run),
          run.legs(),
          run.identity(),
          run.token(),
          run.credentials(),
          CheckReport.of(run.check()),
          run.findings());
    }

    /** A run that the user ended has no answer either; the exit code tells the two apart. */
    private static Leg.Result outcome(Run run) {
      return switch (run.outcome()) {
        case DONE -> Leg.Result.DONE;
        case REFUSED -> Leg.Result.REFUSED;
        case BROKEN, CANCELLED, RUNNING, CHECKING -> Leg.Result.BROKEN;
      };
    }
  }

  @Override
  public Integer call() {
    Route chosen = SavedRoute.load(context, route);
    RouteRunner runner = runner(context.surroundings());
    Run run = context.json() ? runner.run(chosen, _ -> {}) : told(runner, chosen);
    if (context.json()) {
      context.terminal().json(Report.of(run));
    }
    return exit(run).code();
  }

  /** The run, told while it is made. */
  private Run told(RouteRunner runner, Route chosen) {
    RunText text = new RunText(context.terminal());
    Run run;
    try (StillWaiting waiting = new StillWaiting(context.terminal(), Alarm.ofThreads())) {
      run =
          runner.run(
              chosen,
              grown -> {
                waiting.answered();
                text.grown(grown);
              },
              call -> waiting.asked(call.service() + ":" + call.operation()));
    }
    text.ended(run);
    return run;
  }

  private RouteRunner runner(Surroundings here) {
    Admins named = admin.in(here);
    Roads roads = here.roads();
    return noCheck
        ? roads.runner()
        : roads.runner(
            roads.checks(
                Readers.of(here.machine(), here.clock()).naming(named.aws(), named.google())));
  }

  /** Whether a call broke; else something on this machine kept one from being made. */
  private static boolean onTheWire(Run run) {
    return run.legs().stream().anyMatch(leg -> leg.outcome() == Leg.Result.BROKEN);
  }

  private static Exit exit(Run run) {
    return switch (run.outcome()) {
      case DONE -> run.asExpected() ? Exit.OK : Exit.REFUSED;
      case REFUSED -> Exit.REFUSED;
      case BROKEN, RUNNING, CHECKING -> onTheWire(run) ? Exit.UNDECIDED : Exit.BAD_INPUT;
      case CANCELLED -> Exit.CANCELLED;
    };
  }
}
