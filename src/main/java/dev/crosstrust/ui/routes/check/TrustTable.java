package dev.crosstrust.ui.routes.check;

import dev.crosstrust.check.LocalCheck.OfTrust;
import dev.crosstrust.token.lens.Explanation;
import dev.crosstrust.trust.Match;
import dev.crosstrust.trust.aws.ConditionCheck;
import dev.crosstrust.trust.aws.StatementCheck;
import dev.crosstrust.ui.kit.Badge.Tone;
import dev.crosstrust.ui.routes.check.CheckRow.Said;
import dev.crosstrust.ui.routes.check.CheckTable.Fact;
import dev.crosstrust.ui.routes.check.CheckTable.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A role's trust policy held against a token, statement by statement. */
final class TrustTable {
  private static final List<String> UNASKED = List.of("Key", "", "Wants", "Token says", "Result");
  private static final List<String> COLUMNS =
      List.of("Condition in the trust policy", "Operator", "Wants", "Token says", "Result");
  private static final String ASKED = "sts:AssumeRoleWithWebIdentity";

  /** Operators under which two texts are to be the same, or alike. */
  private static final Pattern LITERAL =
      Pattern.compile("(?:For\\w+Values:)?(?:String|Arn)(?!Not).*", Pattern.CASE_INSENSITIVE);

  private final OfTrust check;
  private final boolean allowed;

  private TrustTable(OfTrust check) {
    this.check = check;
    allowed =
        check.report().statements().stream()
            .anyMatch(it -> isAllow(it) && applies(it) == Match.MATCH);
  }

  static CheckTable of(OfTrust check) {
    TrustTable table = new TrustTable(check);
    return new CheckTable(
        table.sections(), table.facts(), SourceLines.of(Signatures.others(check.sources())));
  }

  private List<Section> sections() {
    List<StatementCheck> statements = check.report().statements();
    boolean alone = statements.size() == 1 && isAllow(statements.getFirst());
    List<Section> sections = new ArrayList<>();
    for (StatementCheck statement : statements) {
      List<CheckRow> rows = new ArrayList<>();
      statement.conditions().forEach(it -> rows.add(row(it, mark(statement, it.result()))));
      if (alone) {
        rows.addAll(unasked());
      }
      rows.add(principal(statement));
      rows.add(action(statement));
      sections.add(
          alone
              ? new Section("", COLUMNS, rows)
              : new Section(title(statement), whole(statement), COLUMNS, rows));
    }
    if (!alone && !unasked().isEmpty()) {
      sections.add(new Section("What no statement asks for", UNASKED, unasked()));
    }
    return sections;
  }

  private static boolean isAllow(StatementCheck statement) {
    return statement.effect().equalsIgnoreCase("Allow");
  }

  private static String title(StatementCheck statement) {
    return "Statement %d · %s".formatted(statement.index() + 1, statement.effect());
  }

  /** What a statement does; what one denies is what is to be seen. */
  private static Mark whole(StatementCheck statement) {
    return switch (applies(statement)) {
      case MATCH -> new Mark("applies", isAllow(statement) ? Tone.GOOD : Tone.BAD);
      case UNKNOWN -> new Mark("cannot be told", Tone.UNSURE);
      default -> new Mark("does not apply", Tone.NEUTRAL);
    };
  }

  /**
   * What misses is bad only where something is to let the token in and nothing does; a statement
   * that denies says by its title whether it does.
   */
  private Mark mark(StatementCheck statement, Match result) {
    Mark mark = Mark.of(result);
    boolean matters = isAllow(statement) ? !allowed || !mark.bad() : result == Match.UNKNOWN;
    return matters ? mark : new Mark(mark.word(), Tone.NEUTRAL);
  }

  private static Match applies(StatementCheck statement) {
    Set<Match> results =
        Stream.concat(
                Stream.of(statement.principal().result(), statement.action().result()),
                statement.conditions().stream().map(ConditionCheck::result))
            .collect(Collectors.toSet());
    if (results.contains(Match.MISMATCH) || results.contains(Match.ABSENT)) {
      return Match.MISMATCH;
    }
    return results.equals(Set.of(Match.MATCH)) ? Match.MATCH : Match.UNKNOWN;
  }

  private static CheckRow row(ConditionCheck condition, Mark mark) {
    return new CheckRow(
        condition.key(),
        condition.operator(),
        condition.wants(),
        condition.has().stream().map(value -> new Said(value, condition.claim())).toList(),
        mark,
        LITERAL.matcher(condition.operator()).matches());
  }

  /** What the token could be asked by, and is not. */
  private List<CheckRow> unasked() {
    Set<String> asked =
        check.report().statements().stream()
            .flatMap(statement -> statement.conditions().stream())
            .map(condition -> condition.key().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return Explanation.of(check.question().token(), check.question().at()).stream()
        .flatMap(TrustTable::keys)
        .filter(row -> !asked.contains(row.key().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static Stream<CheckRow> keys(Explanation claim) {
    String keys = claim.awsKey();
    return keys == null
        ? Stream.empty()
        : Arrays.stream(keys.split(",\\s*"))
            .map(
                key ->
                    new CheckRow(
                        key,
                        "not set",
                        List.of(),
                        List.of(new Said(claim.shown(), claim.claim())),
                        Mark.of(Match.UNCHECKED),
                        false));
  }

  private CheckRow principal(StatementCheck statement) {
    StatementCheck.Principal principal = statement.principal();
    List<Said> issuer =
        check.question().token().claims().path("iss").stringValueOpt().stream()
            .map(iss -> new Said(iss, "iss"))
            .toList();
    return new CheckRow(
        "Principal",
        "Federated",
        List.of(principal.value()),
        issuer,
        mark(statement, principal.result()),
        false);
  }

  private CheckRow action(StatementCheck statement) {
    PolicyActions actions = PolicyActions.of(check.question().policy(), statement.index());
    return new CheckRow(
        actions.element(),
        "",
        actions.values(),
        List.of(new Said(ASKED, null)),
        mark(statement, statement.action().result()),
        actions.element().equals(PolicyActions.ACTION));
  }

  private List<Fact> facts() {
    var provider = check.report().provider();
    return List.of(
        new Fact("Provider", provider.value(), Mark.of(provider.result()), provider.because()),
        Signatures.fact(check.report().signature(), check.sources()));
  }
}
