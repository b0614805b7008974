package dev.crosstrust.command.route;

import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.SavedRoute;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.foreign.Exported;
import dev.crosstrust.route.foreign.RouteExport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a route in another tool's form. */
@Command(name = "export", description = "Print a route in the form of another tool.")
final class RoutesExportCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "NAME", description = "A saved route's name, or a file.")
  private String name = "";

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "external-account (routes to Google) or aws-profile (routes to AWS)")
  private String format = "";

  RoutesExportCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    return switch (exported(SavedRoute.load(context, name))) {
      case Exported.Good(String content) -> {
        context.terminal().document(content.stripTrailing());
        yield Exit.OK.code();
      }
      case Exported.Bad(String message) -> throw new BadInput(message);
    };
  }

  private Exported exported(Route route) {
    return switch (format) {
      case "external-account" ->
          RouteExport.externalAccount(route, context.surroundings().origins());
      case "aws-profile" -> RouteExport.awsProfile(route);
      default ->
          throw new BadInput(
              "--format takes external-account or aws-profile, not \"%s\"".formatted(format));
    };
  }
}
