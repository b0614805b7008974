package dev.crosstrust.command;

import dev.crosstrust.command.kit.Cells;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.FindingText;
import dev.crosstrust.command.kit.Json;
import dev.crosstrust.command.kit.Terminal;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.identity.Tilde;
import dev.crosstrust.surroundings.LocalIdentities;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists who this machine can be, from files alone. */
@Command(
    name = "identities",
    description = "List the local Google and AWS identities, and what is wrong with each.")
final class IdentitiesCommand implements Callable<Integer> {
  private final Context context;

  IdentitiesCommand(Context context) {
    this.context = context;
  }

  private record Listed(List<Identity> identities) {}

  @Override
  public Integer call() {
    List<Identity> identities = LocalIdentities.of(context.surroundings());
    if (context.json()) {
      context.terminal().json(new Listed(identities));
    } else {
      print(identities);
    }
    return Exit.OK.code();
  }

  private void print(List<Identity> all) {
    Tilde tilde = Tilde.of(context.surroundings().machine());
    List<Identity> identities = all.stream().map(tilde::in).toList();
    Terminal terminal = context.terminal();
    if (identities.isEmpty()) {
      terminal.line("No gcloud configuration, credential file or AWS profile on this machine.");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "IDENTITY", "KIND", "STATE", "PRINCIPAL"));
    for (Identity identity : identities) {
      rows.add(
          List.of(
              identity.active() ? "*" : "",
              identity.id(),
              identity.kind(),
              Json.word(identity.state()),
              Cells.orDash(identity.principal())));
    }
    terminal.table(rows);
    for (Identity identity : identities) {
      if (!identity.findings().isEmpty()) {
        terminal.line("");
        terminal.line("%s (%s)".formatted(identity.id(), identity.source()));
        FindingText.print(terminal, identity.findings());
      }
    }
  }
}
