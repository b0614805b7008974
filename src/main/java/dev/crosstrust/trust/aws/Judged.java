package dev.crosstrust.trust.aws;

import dev.crosstrust.trust.Match;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.Condition;
import dev.crosstrust.trust.aws.policy.KeyValue;
import dev.crosstrust.trust.aws.policy.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * A statement, and which of its parts hold.
 *
 * @param conditions in the statement's order
 */
record Judged(
    Statement statement, Ternary principal, boolean action, List<JudgedCondition> conditions) {
  static final String ACTION = "sts:AssumeRoleWithWebIdentity";

  Judged {
    conditions = List.copyOf(conditions);
  }

  /** One condition, and whether it holds. */
  record JudgedCondition(Condition condition, KeyValue value, Ternary holds) {
    private Match match() {
      return switch (holds) {
        case YES -> Match.MATCH;
        case UNDECIDED -> Match.UNKNOWN;
        case NO -> value instanceof KeyValue.Absent ? Match.ABSENT : Match.MISMATCH;
      };
    }
  }

  /** The conditions on a key. */
  Stream<Condition> on(String key) {
    return statement.conditions().stream().filter(it -> it.key().equalsIgnoreCase(key));
  }

  /** Whether the key, which no token is without, has to have a value that the policy chooses. */
  boolean pins(String key) {
    return on(key).anyMatch(Condition::pinsWhereThere);
  }

  static Judged of(Statement statement, Issuer issuer, TrustKeys keys, String wanted) {
    return new Judged(
        statement,
        principal(statement, issuer),
        statement.isAbout(wanted),
        statement.conditions().stream()
            .map(it -> new JudgedCondition(it, keys.get(it.key()), it.holds(keys)))
            .toList());
  }

  /** Of an Allow for all but some it is written only that AWS does not support it. */
  private static Ternary principal(Statement statement, Issuer issuer) {
    return statement.allows() && statement.principal().negated()
        ? Ternary.UNDECIDED
        : statement.principal().isAbout(issuer::isNamed);
  }

  /** Whether the statement has a say. */
  Ternary applies() {
    return principal
        .and(Ternary.of(action))
        .and(Ternary.all(conditions.stream().map(JudgedCondition::holds)));
  }

  /** How far it is from having a say. */
  int distance() {
    long failing = conditions.stream().filter(it -> it.holds() == Ternary.NO).count();
    return (principal == Ternary.NO ? 100 : 0) + (action ? 0 : 10) + (int) failing;
  }

  /** Its number, as people count. */
  String shown() {
    return "Statement " + (statement.index() + 1);
  }

  StatementCheck check(TrustKeys keys) {
    return new StatementCheck(
        statement.index(),
        statement.effect(),
        new StatementCheck.Principal(statement.principal().shown(), match(principal)),
        new StatementCheck.Action(statement.shownActions(), match(Ternary.of(action))),
        conditions.stream()
            .map(
                it ->
                    new ConditionCheck(
                        it.condition().key(),
                        it.condition().written(),
                        it.condition().wants(),
                        it.value().known(),
                        keys.claim(it.condition().key()),
                        it.match()))
            .toList());
  }

  private static Match match(Ternary holds) {
    return switch (holds) {
      case YES -> Match.MATCH;
      case NO -> Match.MISMATCH;
      case UNDECIDED -> Match.UNKNOWN;
    };
  }
}
