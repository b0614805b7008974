package dev.crosstrust.command.check;

import dev.crosstrust.command.kit.FindingText;
import dev.crosstrust.command.kit.Json;
import dev.crosstrust.command.kit.Terminal;
import dev.crosstrust.token.Token;
import dev.crosstrust.trust.Match;
import dev.crosstrust.trust.aws.ConditionCheck;
import dev.crosstrust.trust.aws.Correction;
import dev.crosstrust.trust.aws.StatementCheck;
import dev.crosstrust.trust.aws.TrustKeys;
import dev.crosstrust.trust.aws.TrustReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The AWS side's check, as people read it in a terminal. */
final class TrustText {
  private static final String NONE = "-";

  private TrustText() {}

  static void print(Terminal terminal, Token token, TrustReport report) {
    terminal.line(Json.word(report.verdict()));
    terminal.line("");
    terminal.line(
        "provider   %s  %s: %s"
            .formatted(
                Json.word(report.provider().result()),
                report.provider().value(),
                report.provider().because()));
    terminal.line(
        "signature  %s%s"
            .formatted(
                Json.word(report.signature().status()),
                report.signature().reason() == null ? "" : ": " + report.signature().reason()));
    report.statements().forEach(it -> statement(terminal, token, it));
    FindingText.print(terminal, report.findings());
    correction(terminal, report.correctedPolicy());
  }

  private static void statement(Terminal terminal, Token token, StatementCheck statement) {
    terminal.line("");
    terminal.line("statement %d, %s".formatted(statement.index() + 1, statement.effect()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("  CONDITION", "OPERATOR", "WANTS", "TOKEN SAYS", "RESULT"));
    rows.add(
        row(
            "Principal",
            NONE,
            statement.principal().value(),
            says(List.of(token.claims().path("iss").asString(NONE)), "iss"),
            statement.principal().result()));
    rows.add(row("Action", NONE, statement.action().value(), NONE, statement.action().result()));
    statement.conditions().forEach(it -> rows.add(row(it)));
    boolean ours = statement.principal().result() != Match.MISMATCH;
    TrustKeys.of(token).stream()
        .filter(key -> ours && !isAsked(statement, key))
        .map(
            key ->
                row(key.key(), "not set", NONE, says(key.values(), key.claim()), Match.UNCHECKED))
        .forEach(rows::add);
    terminal.table(rows);
  }

  private static boolean isAsked(StatementCheck statement, TrustKeys.TokenKey key) {
    return statement.conditions().stream().anyMatch(it -> it.key().equalsIgnoreCase(key.key()));
  }

  private static List<String> row(ConditionCheck check) {
    return row(
        check.key(),
        check.operator(),
        String.join(" or ", check.wants()),
        says(check.has(), check.claim()),
        check.result());
  }

  private static List<String> row(
      String key, String operator, String wants, String says, Match result) {
    return List.of("  " + key, operator, wants, says, Json.word(result));
  }

  private static String says(List<String> values, @Nullable String claim) {
    if (values.isEmpty()) {
      return NONE;
    }
    String joined = String.join(", ", values);
    return claim == null ? joined : "%s (%s)".formatted(joined, claim);
  }

  private static void correction(Terminal terminal, @Nullable Correction correction) {
    if (correction == null) {
      return;
    }
    terminal.line("");
    terminal.line("corrected policy (%s)".formatted(effect(correction)));
    correction.changes().forEach(it -> terminal.line("  " + it));
    terminal.line("");
    Json.document(correction).lines().forEach(terminal::line);
  }

  private static String effect(Correction correction) {
    return switch (correction.effect()) {
      case NARROWS -> "fewer may enter";
      case SAME -> "as many may enter";
      case WIDENS -> "more may enter";
    };
  }
}
