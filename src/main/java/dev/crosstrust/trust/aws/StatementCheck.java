package dev.crosstrust.trust.aws;

import dev.crosstrust.trust.Match;
import java.util.List;

/**
 * One statement of a trust policy, held against the token.
 *
 * @param index from 0
 * @param effect as it is written
 */
public record StatementCheck(
    int index, String effect, Principal principal, Action action, List<ConditionCheck> conditions) {
  public StatementCheck {
    conditions = List.copyOf(conditions);
  }

  /**
   * Whether the statement is about this issuer.
   *
   * @param value as the policy writes it
   */
  public record Principal(String value, Match result) {}

  /**
   * Whether it is about {@code sts:AssumeRoleWithWebIdentity}.
   *
   * @param value what it is about, for people
   */
  public record Action(String value, Match result) {}
}
