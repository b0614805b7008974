package dev.crosstrust.ui.routes;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.ui.kit.Flow;
import dev.crosstrust.ui.kit.Flow.Actor;
import dev.crosstrust.ui.kit.Flow.Arrow;
import dev.crosstrust.ui.kit.Flow.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws a run: what was asked, and after it what the route still means to ask. The stages follow
 * one another from left to right; the services that the steps ask stand below one another at the
 * end, because they are all asked with the same credentials.
 */
public final class RunFlow {
  private final Route route;
  private final @Nullable Run run;
  private final @Nullable Verdict foretold;
  private final List<Column> columns = new ArrayList<>();

  private record Column(boolean steps, Map<Who, List<Arrow>> asked) {}

  private RunFlow(Route route, @Nullable Run run, @Nullable Verdict foretold) {
    this.route = route;
    this.run = run;
    this.foretold = foretold;
  }

  /**
   * The picture.
   *
   * @param run null before the first
   * @param foretold of the exchange, drawn while there is no run; null where nothing was
   * @param now for what is left of lifetimes
   */
  public static Flow of(Route route, @Nullable Run run, @Nullable Verdict foretold, Instant now) {
    RunFlow picture = new RunFlow(route, run, foretold);
    Plan plan = Plan.of(route);
    int done = run == null ? 0 : picture.made(plan, run, now);
    picture.toCome(plan.calls().subList(done, plan.calls().size()));
    return picture.flow(plan.start());
  }

  /** Adds what was asked; tells how many of the planned calls that covers. */
  private int made(Plan plan, Run so, Instant now) {
    int covered = 0;
    for (int i = 0; i < so.legs().size(); i++) {
      Leg leg = so.legs().get(i);
      boolean askedAgain = i > 0 && so.legs().get(i - 1).name().equals(leg.name());
      for (int at = covered; at < plan.calls().size(); at++) {
        if (leg.name().startsWith(plan.calls().get(at).name())
            && !(askedAgain && elsewhere(so.legs().get(i - 1), leg))) {
          covered = at + 1;
          break;
        }
      }
      add(
          leg.name().contains("."),
          Who.of(leg),
          new Arrow(
              i,
              LegWords.asked(leg),
              LegWords.status(leg, so, now),
              LegWords.time(leg),
              LegWords.state(leg)));
    }
    return covered;
  }

  /** A client that was sent elsewhere asks the same thing there. */
  private static boolean elsewhere(Leg leg, Leg next) {
    return !leg.endpoint().equals(next.endpoint());
  }

  private void toCome(List<Plan.Call> calls) {
    State first = next();
    for (int i = 0; i < calls.size(); i++) {
      Plan.Call call = calls.get(i);
      State state = i == 0 ? first : State.WAITING;
      if (run == null && foretold != null && call.name().equals(Foretold.EXCHANGE)) {
        state = state(foretold);
      }
      add(
          call.name().contains("."),
          call.who(),
          new Arrow(Arrow.NO_LEG, call.asked(), words(state), "", state));
    }
  }

  private static State state(Verdict foretold) {
    return switch (foretold) {
      case ADMITTED -> State.HOPEFUL;
      case REFUSED -> State.HOPELESS;
      case UNDECIDED -> State.WAITING;
    };
  }

  /** What stops a run without a call stops it at the next one. */
  private State next() {
    if (run == null) {
      return State.WAITING;
    }
    boolean failed = run.legs().stream().anyMatch(leg -> LegWords.state(leg) != State.DONE);
    return switch (run.outcome()) {
      case RUNNING -> State.RUNNING;
      case REFUSED, BROKEN -> failed ? State.WAITING : State.FAILED;
      case CANCELLED -> failed ? State.WAITING : State.CANCELLED;
      case CHECKING, DONE -> State.WAITING;
    };
  }

  private static String words(State state) {
    return switch (state) {
      case RUNNING -> "asking";
      case FAILED -> "could not be asked";
      case CANCELLED -> "cancelled";
      case HOPEFUL -> "would be admitted";
      case HOPELESS -> "would be refused";
      case WAITING, DONE -> "";
    };
  }

  private void add(boolean step, Who who, Arrow arrow) {
    Column last = columns.isEmpty() ? null : columns.getLast();
    boolean fits = last != null && last.steps() == step && (step || last.asked().containsKey(who));
    if (last == null || !fits) {
      last = new Column(step, new LinkedHashMap<>());
      columns.add(last);
    }
    last.asked().computeIfAbsent(who, _ -> new ArrayList<>()).add(arrow);
  }

  private Flow flow(Who start) {
    List<List<Actor>> drawn = new ArrayList<>();
    drawn.add(List.of(new Actor(start.title(), start.cloud(), beginning(), List.of())));
    for (Column column : columns) {
      drawn.add(
          column.asked().entrySet().stream()
              .map(asked -> actor(asked.getKey(), asked.getValue(), !column.steps()))
              .toList());
    }
    return new Flow(drawn);
  }

  private Actor actor(Who who, List<Arrow> asked, boolean forLast) {
    return new Actor(who.title(), who.cloud(), About.of(route, who), asked, forLast);
  }

  private List<String> beginning() {
    Identity identity = run == null ? null : run.identity();
    return identity == null
        ? List.of(route.identity())
        : Stream.concat(Stream.ofNullable(identity.principal()), Stream.of(identity.id())).toList();
  }
}
