package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.trust.google.cel.Expression;
import dev.crosstrust.trust.google.cel.TextSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong with a condition that works: it lets in more than it seems to. */
final class ConditionLints {
  /** An account has twelve digits, so that no name goes on after it. */
  private static final Pattern OF_ACCOUNT = Pattern.compile("arn:[a-z-]+:(?:iam|sts)::\\d{12}");

  /** Of each kind; who writes more of them is told of the first. */
  private static final int MOST_TESTS = 8;

  private final Expression condition;
  private final Lookalikes lookalikes;

  private ConditionLints(Expression condition, Lookalikes lookalikes) {
    this.condition = condition;
    this.lookalikes = lookalikes;
  }

  static List<Finding> of(
      PoolQuestion question,
      Mapping mapping,
      Mapped mapped,
      ConditionCheck check,
      Verdict verdict) {
    if (question.provider().condition().isBlank()) {
      return verdict == Verdict.REFUSED ? List.of() : List.of(missing(question, mapped));
    }
    return check.expression() == null
        ? List.of()
        : new ConditionLints(
                check.expression(), Lookalikes.of(question, mapping, check.expression()))
            .found();
  }

  /** Last, and of no use to whoever is refused. */
  private static Finding missing(PoolQuestion question, Mapped mapped) {
    PoolProvider provider = question.provider();
    boolean ofAccount =
        provider.awsAccount() != null
            || String.valueOf(provider.issuer()).contains(".tokens.sts.global.api.aws");
    return Finding.warning(
            "google.condition-missing",
            ofAccount
                ? "There is no attribute condition: everybody of the AWS account enters the pool"
                : "There is no attribute condition: everyone of this issuer enters the pool")
        .because("The provider's `attributeCondition` is empty; only grants keep them out.")
        .fix(
            OneWorkload.condition(question, mapped)
                .map(
                    condition ->
                        new ProviderFixes(provider)
                            .condition("Name who may enter.", condition)
                            .with(Fix.Effect.NARROWS))
                .orElseGet(() -> Fix.of("Name who may enter in the attribute condition.")))
        .source(Pages.CONDITION);
  }

  private List<Finding> found() {
    List<Finding> findings = new ArrayList<>();
    List<TextSearch> tests = TextSearch.in(condition);
    tests.stream()
        .filter(test -> !test.isPrefix())
        .limit(MOST_TESTS)
        .flatMap(test -> exploitable(test).stream())
        .findFirst()
        .ifPresent(findings::add);
    tests.stream()
        .filter(test -> test.isPrefix() && !test.closed())
        .filter(test -> !OF_ACCOUNT.matcher(test.literal()).matches())
        .limit(MOST_TESTS)
        .flatMap(test -> wide(test).stream())
        .findFirst()
        .ifPresent(findings::add);
    return findings;
  }

  private Optional<Finding> exploitable(TextSearch test) {
    return lookalikes
        .admitted(test)
        .map(
            other ->
                Finding.warning(
                        "google.condition-exploitable",
                        "The condition can be satisfied by another: %s".formatted(other))
                    .because(
                        "%s looks for a piece, wherever it stands.".formatted(test.text()),
                        "Evaluated with %s the condition is true.".formatted(other))
                    .fix(exact(test))
                    .source(Pages.CONDITION));
  }

  private Optional<Finding> wide(TextSearch test) {
    return lookalikes
        .admitted(test)
        .map(
            other ->
                Finding.warning(
                        "google.condition-prefix-wide",
                        "The prefix in the condition ends in the middle of a name: %s enters too"
                            .formatted(other))
                    .because(
                        "%s has no delimiter at the end of its text.".formatted(test.text()),
                        "Evaluated with %s the condition is true.".formatted(other))
                    .fix(exact(test))
                    .source(Pages.CONDITION));
  }

  private static Fix exact(TextSearch test) {
    return Fix.of(
            "Compare the whole with ==, or end the prefix with its delimiter: %s.startsWith('…/')."
                .formatted(test.of()))
        .with(Fix.Effect.NARROWS);
  }
}
