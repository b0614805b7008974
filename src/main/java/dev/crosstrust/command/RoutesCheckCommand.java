package dev.crosstrust.command;

import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.identity.aws.AwsIdentities;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.identity.google.GoogleIdentities;
import dev.crosstrust.identity.google.GoogleIdentity;
import dev.crosstrust.route.Route;
import dev.crosstrust.setup.Admins;
import dev.crosstrust.setup.SetupCheck;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.surroundings.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what must exist on both sides for a route, and what is missing. */
@Command(
    name = "check",
    description = "What must exist on both sides, and what is missing, with its command.")
final class RoutesCheckCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "NAME", description = "A saved route's name, or a file.")
  private String name = "";

  @Option(
      names = "--admin",
      paramLabel = "ID",
      description = "An identity that may look into its cloud; once for each cloud.")
  private List<String> admins = new ArrayList<>();

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
            .check(route, admins(here), new Recorder(), listener);
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

  private Admins admins(Surroundings here) {
    AwsIdentities ofAws = new AwsIdentities(here.machine(), here.clock());
    GoogleIdentities ofGoogle = new GoogleIdentities(here.machine());
    List<AwsIdentity> aws = new ArrayList<>();
    List<GoogleIdentity> google = new ArrayList<>();
    for (String id : admins) {
      ofAws
          .find(id)
          .ifPresentOrElse(
              aws::add, () -> google.add(ofGoogle.find(id).orElseThrow(() -> BadInput.nobody(id))));
    }
    if (aws.size() > 1 || google.size() > 1) {
      throw new BadInput("give --admin once for each cloud");
    }
    return new Admins(
        aws.isEmpty() ? null : aws.getFirst(), google.isEmpty() ? null : google.getFirst());
  }
}
