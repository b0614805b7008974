package dev.crosstrust.command.route;

import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.file.RouteProblem;
import dev.crosstrust.route.file.RouteStore;
import dev.crosstrust.route.file.RouteWriter;
import dev.crosstrust.route.foreign.Imported;
import dev.crosstrust.route.foreign.RouteImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Makes a saved route of another tool's file; nothing that the file names is run or fetched. */
@Command(
    name = "import",
    description = "Make a route of an external_account JSON or an AWS config file.")
final class RoutesImportCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(names = "--name", paramLabel = "N", description = "The route's name.")
  private @Nullable String name;

  @Option(
      names = "--profile",
      paramLabel = "P",
      description = "Which profile of an AWS config file, where several fit.")
  private @Nullable String profile;

  RoutesImportCommand(Context context) {
    this.context = context;
  }

  private record Saved(JsonNode route, String file, List<String> notes) {}

  @Override
  public Integer call() {
    switch (RouteImport.read(file, profile, name)) {
      case Imported.Good(Route route, List<String> notes) -> save(route, notes);
      case Imported.Bad(RouteProblem problem) -> throw new BadInput(problem.sentence());
    }
    return Exit.OK.code();
  }

  private void save(Route route, List<String> notes) {
    Path folder = context.surroundings().routes();
    Path target = folder.resolve(route.name() + ".yaml");
    if (Files.exists(target)) {
      throw new BadInput(
          "there is a route %s already; give another name with --name".formatted(route.name()));
    }
    try {
      Path saved = new RouteStore(folder).save(route);
      if (context.json()) {
        JsonNode written = new YAMLMapper().readTree(RouteWriter.write(route));
        context.terminal().json(new Saved(written, saved.toString(), notes));
      } else {
        context.terminal().document(RouteWriter.write(route).stripTrailing());
        context.terminal().note("saved as " + saved);
        notes.forEach(note -> context.terminal().note("note: " + note));
      }
    } catch (IOException e) {
      throw BadInput.of(e, target);
    }
  }
}
