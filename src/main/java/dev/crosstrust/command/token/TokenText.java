package dev.crosstrust.command.token;

import dev.crosstrust.command.kit.Cells;
import dev.crosstrust.command.kit.FindingText;
import dev.crosstrust.command.kit.Terminal;
import dev.crosstrust.token.Lifetime;
import dev.crosstrust.token.lens.Explanation;
import dev.crosstrust.token.lens.TokenComparison;
import dev.crosstrust.token.lens.TokenReport;
import dev.crosstrust.token.signature.SignatureCheck;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is known of a token, as people read it in a terminal. */
final class TokenText {
  private TokenText() {}

  static void print(Terminal terminal, TokenReport report) {
    terminal.line("%s token".formatted(report.family().id()));
    terminal.line("signature  " + signature(report.signature()));
    terminal.line("lifetime   " + lifetime(report.lifetime()));
    terminal.line("");
    for (Explanation claim : report.explained()) {
      terminal.line("%s  %s".formatted(claim.claim(), claim.shown()));
      terminal.line("    " + claim.meaning());
      if (claim.awsKey() != null) {
        terminal.line("    AWS reads it as %s".formatted(claim.awsKey()));
      }
    }
    FindingText.print(terminal, report.findings());
  }

  static void print(Terminal terminal, TokenComparison comparison) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "CLAIM", "LEFT", "RIGHT"));
    for (TokenComparison.Row row : comparison.claims()) {
      rows.add(
          List.of(
              row.result() == TokenComparison.Result.SAME ? "" : row.result().id(),
              row.claim(),
              text(row.left()),
              text(row.right())));
    }
    terminal.table(rows);
    FindingText.print(terminal, comparison.findings());
  }

  private static String signature(SignatureCheck check) {
    String by =
        "%s, key %s".formatted(Cells.orDash(check.algorithm()), Cells.orDash(check.keyId()));
    String reason = check.reason() == null ? "" : ": " + check.reason();
    return "%s (%s)%s".formatted(check.status().id(), by, reason);
  }

  private static String lifetime(Lifetime lifetime) {
    return "%s (issued %s, expires %s)"
        .formatted(
            lifetime.state().id(),
            Cells.orDash(lifetime.issuedAt()),
            Cells.orDash(lifetime.expiresAt()));
  }

  private static String text(@Nullable JsonNode value) {
    if (value == null) {
      return "-";
    }
    return value.isString() ? value.asString() : value.toString();
  }
}
