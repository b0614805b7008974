package dev.crosstrust.ui.routes.form;

import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.RouteDraft;
import dev.crosstrust.route.RouteHints;
import dev.crosstrust.route.RouteKey;
import dev.crosstrust.route.RouteProposal;
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

  /** The values, once it is known what the files of this machine say. */
  RouteDraft draft(RouteHints hints);

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
    public RouteDraft draft(RouteHints hints) {
      return RouteProposal.of(hints);
    }

    @Override
    public boolean keeps(String value) {
      return false;
    }
  }

  /** With a saved route. */
  record Edit(GoogleToAws route, Path file) implements Start {
    @Override
    public String title() {
      return "Edit " + route.name();
    }

    @Override
    public String about() {
      return "";
    }

    @Override
    public RouteDraft draft(RouteHints hints) {
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
  record Import(GoogleToAws route, Path from, List<String> notes) implements Start {
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
    public RouteDraft draft(RouteHints hints) {
      RouteDraft said = RouteDraft.of(route);
      Map<RouteKey, String> values = new EnumMap<>(RouteKey.class);
      values.putAll(said.values());
      values.put(RouteKey.NAME, RouteProposal.free(hints, route.name()));
      values.put(RouteKey.AWS_ACCOUNT, RouteProposal.account(route.aws().role()));
      return new RouteDraft(values, RouteProposal.STEPS);
    }

    @Override
    public boolean keeps(String value) {
      return !value.isEmpty();
    }
  }
}
