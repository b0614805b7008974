package dev.crosstrust.command.kit;

import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.route.file.RouteProblem;
import dev.crosstrust.route.file.RouteStore;

/** The route that a command was given by name or file. */
public final class SavedRoute {
  private SavedRoute() {}

  /**
   * Any route.
   *
   * @throws BadInput with file, line and column when it cannot be read
   */
  public static Route load(Context context, String nameOrFile) {
    return switch (new RouteStore(context.surroundings().routes()).load(nameOrFile)) {
      case Loaded.Good(Route route, String _) -> route;
      case Loaded.Bad(RouteProblem problem) -> throw new BadInput(problem.sentence());
    };
  }

  /** A route that leads to AWS. */
  public static GoogleToAws toAws(Context context, String nameOrFile) {
    return switch (load(context, nameOrFile)) {
      case GoogleToAws route -> route;
      case AwsToGoogle route ->
          throw new BadInput(
              "%s leads to Google; this takes a route that leads to AWS".formatted(route.name()));
    };
  }

  /** A route that leads to Google. */
  public static AwsToGoogle toGoogle(Context context, String nameOrFile) {
    return switch (load(context, nameOrFile)) {
      case AwsToGoogle route -> route;
      case GoogleToAws route ->
          throw new BadInput(
              "%s leads to AWS; this takes a route that leads to Google".formatted(route.name()));
    };
  }
}
