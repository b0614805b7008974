package dev.crosstrust.command.route;

import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.SavedRoute;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.route.Route;
import dev.crosstrust.setup.SetupCheck;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.surroundings.Surroundings;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what must exist on both sides for a route, and what is missing. */
@Command(
    name = "check",
    description = "What must exist on both sides, and what is missing, with its command.")
final class RoutesCheckCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "NAME", description = "A saved route's name, or a file.")
  private String name = "";

  @Mixin private final AdminOption admin = new AdminOption();

  RoutesCheckCommand(Context context) {
    this.context = context;
  }

  private record Items(List<SetupItem> items) {}

  @Override
  public Integer call() {
    Route route = SavedRoute.load(context, name);
    Surroundings here = context.surroundings();
    Consumer<SetupItem> listener =
        context.json() ? _ -> {} : item -> SetupText.print(context.terminal(), item);
    List<SetupItem> items =
        new SetupCheck(here.machine(), here.origins(), here.clock())
            .check(route, admin.in(here), new Recorder(), listener);
    if (context.json()) {
      context.terminal().json(new Items(items));
    } else {
      SetupText.sum(context.terminal(), items);
    }
    return exit(items).code();
  }

  private static Exit exit(List<SetupItem> items) {
    List<SetupItem.State> states = items.stream().map(SetupItem::state).toList();
    if (states.contains(SetupItem.State.MISSING)) {
      return Exit.REFUSED;
    }
    return states.contains(SetupItem.State.UNKNOWN) ? Exit.UNDECIDED : Exit.OK;
  }
}
