package dev.crosstrust.command.route;

import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.Json;
import dev.crosstrust.command.kit.Terminal;
import dev.crosstrust.route.Direction;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.route.file.RouteProblem;
import dev.crosstrust.route.file.RouteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Lists the saved routes. */
@Command(name = "routes", description = "List saved routes; show, check, import and export one.")
public final class RoutesCommand implements Callable<Integer> {
  private final Context context;

  RoutesCommand(Context context) {
    this.context = context;
  }

  public static CommandLine with(Context context) {
    return new CommandLine(new RoutesCommand(context))
        .addSubcommand(new RoutesShowCommand(context))
        .addSubcommand(new RoutesCheckCommand(context))
        .addSubcommand(new RoutesImportCommand(context))
        .addSubcommand(new RoutesExportCommand(context));
  }

  private record Row(String name, Direction direction, String identity, String file) {}

  private record Listed(List<Row> routes) {}

  @Override
  public Integer call() {
    Path folder = context.surroundings().routes();
    List<Row> rows = new ArrayList<>();
    boolean allGood = true;
    for (Loaded loaded : saved(folder)) {
      switch (loaded) {
        case Loaded.Good(Route route, String file) ->
            rows.add(new Row(route.name(), route.direction(), route.identity(), file));
        case Loaded.Bad(RouteProblem problem) -> {
          allGood = false;
          context.terminal().note("crosstrust: " + problem.sentence());
        }
      }
    }
    print(rows, folder);
    return allGood ? Exit.OK.code() : Exit.BAD_INPUT.code();
  }

  private static List<Loaded> saved(Path folder) {
    try {
      return new RouteStore(folder).list();
    } catch (IOException e) {
      throw BadInput.of(e, folder);
    }
  }

  private void print(List<Row> rows, Path folder) {
    Terminal terminal = context.terminal();
    if (context.json()) {
      terminal.json(new Listed(rows));
    } else if (rows.isEmpty()) {
      terminal.line("No saved routes in %s.".formatted(folder));
    } else {
      List<List<String>> table = new ArrayList<>();
      table.add(List.of("ROUTE", "DIRECTION", "IDENTITY", "FILE"));
      rows.forEach(
          row ->
              table.add(
                  List.of(row.name(), Json.word(row.direction()), row.identity(), row.file())));
      terminal.table(table);
    }
  }
}
