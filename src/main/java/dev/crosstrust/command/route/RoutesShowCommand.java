package dev.crosstrust.command.route;

import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.SavedRoute;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.file.RouteWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One route as its file. */
@Command(name = "show", description = "Print one route as YAML, or with --json as JSON.")
final class RoutesShowCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "NAME", description = "A saved route's name, or a file.")
  private String name = "";

  RoutesShowCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Route route = SavedRoute.load(context, name);
    if (context.json()) {
      context.terminal().json(new YAMLMapper().readTree(RouteWriter.write(route)));
    } else {
      context.terminal().document(RouteWriter.write(route).stripTrailing());
    }
    return Exit.OK.code();
  }
}
