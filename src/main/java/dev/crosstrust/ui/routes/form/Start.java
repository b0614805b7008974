package dev.crosstrust.ui.routes.form;

import dev.crosstrust.route.Direction;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.file.RouteDraft;
import dev.crosstrust.route.file.RouteKey;
import dev.crosstrust.route.hint.RouteHints;
import dev.crosstrust.route.hint.RouteProposal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a form begins with. */
sealed interface Start {
  /** On top of the form. */
  String title();

  /** Where its values are from, in a few words. */
  String about();

  /** Which way it goes at first. */
  Direction direction();

  /**
   * The values, once it is known what the files of this machine say.
   *
   * @param direction another than the first only for a new route
   */
  RouteDraft draft(RouteHints hints, Direction direction);

  /** Whether this value is somebody's own, not to be filled by itself. */
  boolean keeps(String value);

  /** The name under which the route is saved; empty for a new one. */
  default String ownName() {
    return "";
  }

  /** What should be known about it, a sentence each. */
  default List<String> notes() {
    return List.of();
  }

  /** With whatever this machine suggests. */
  record Fresh() implements Start {
    @Override
    public String title() {
      return "New route";
    }

    @Override
    public String about() {
      return "filled from files; nothing was asked or started";
    }

    @Override
    public Direction direction() {
      return Direction.GOOGLE_TO_AWS;
    }

    @Override
    public RouteDraft draft(RouteHints hints, Direction direction) {
      return RouteProposal.of(hints, direction);
    }

    @Override
    public boolean keeps(String value) {
      return false;
    }
  }

  /** With a saved route. */
  record Edit(Route route, Path file) implements Start {
    @Override
    public String title() {
      return "Edit " + route.name();
    }

    @Override
    public String about() {
      return "";
    }

    @Override
    public Direction direction() {
      return route.direction();
    }

    @Override
    public RouteDraft draft(RouteHints hints, Direction direction) {
      return RouteDraft.of(route);
    }

    @Override
    public boolean keeps(String value) {
      return true;
    }

    @Override
    public String ownName() {
      return route.name();
    }
  }

  /** With what another tool's file says. */
  record Import(Route route, Path from, List<String> notes) implements Start {
    public Import {
      notes = List.copyOf(notes);
    }

    @Override
    public String title() {
      return "New route from " + from.getFileName();
    }

    @Override
    public String about() {
      return "nothing that the file names was run or read";
    }

    @Override
    public Direction direction() {
      return route.direction();
    }

    @Override
    public RouteDraft draft(RouteHints hints, Direction direction) {
      Map<RouteKey, String> said = RouteDraft.of(route).values();
      Map<RouteKey, String> values = new EnumMap<>(RouteKey.class);
      values.putAll(said);
      values.put(RouteKey.NAME, RouteProposal.free(hints, route.name()));
      values.put(RouteKey.AWS_ACCOUNT, RouteProposal.account(said.getOrDefault(RouteKey.ROLE, "")));
      return new RouteDraft(direction, values, RouteProposal.steps(direction));
    }

    @Override
    public boolean keeps(String value) {
      return !value.isEmpty();
    }
  }
}
