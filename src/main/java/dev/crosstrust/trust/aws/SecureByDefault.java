package dev.crosstrust.trust.aws;

import dev.crosstrust.trust.aws.policy.Comparison;
import dev.crosstrust.trust.aws.policy.Condition;
import dev.crosstrust.trust.aws.policy.Operator;
import dev.crosstrust.trust.aws.policy.Statement;
import java.util.stream.Stream;

/**
 * What IAM wants of a statement for an issuer that many share before it stores a trust policy; here
 * of Google and of GitHub.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html">Secure
 *     by default</a>
 */
final class SecureByDefault {
  private SecureByDefault() {}

  /** Whether it asks for what IAM wants of this issuer; of most it wants nothing. */
  static boolean stores(Statement statement, Issuer issuer) {
    if (issuer.isGoogle()) {
      return statement.conditions().stream().anyMatch(it -> isOfGoogle(it, issuer));
    }
    return !issuer.isGitHub()
        || statement.conditions().stream().anyMatch(it -> isOfGitHub(it, issuer));
  }

  /** One of three keys, in small letters, under equality. */
  private static boolean isOfGoogle(Condition condition, Issuer google) {
    return Stream.of("aud", "oaud", "sub").map(google::key).anyMatch(condition.key()::equals)
        && isPositive(condition.operator())
        && !condition.operator().comparison().takesPatterns();
  }

  /** A subject or a workflow, whose beginning is written out (measured by others). */
  private static boolean isOfGitHub(Condition condition, Issuer github) {
    return Stream.of("sub", "job_workflow_ref")
            .map(github::key)
            .anyMatch(condition.key()::equalsIgnoreCase)
        && isPositive(condition.operator())
        && condition.wants().stream().noneMatch(it -> it.isBlank() || it.startsWith("*"));
  }

  /** Whether IAM would store all that an evaluation has of an issuer. */
  static boolean stores(Evaluation evaluation, Issuer issuer) {
    return evaluation
        .with(true)
        .filter(it -> it.statement().principal().federated().stream().anyMatch(issuer::isNamed))
        .allMatch(it -> stores(it.statement(), issuer));
  }

  private static boolean isPositive(Operator operator) {
    return !operator.negated()
        && !operator.ifExists()
        && (operator.comparison() == Comparison.STRING_EQUALS
            || operator.comparison() == Comparison.STRING_EQUALS_IGNORE_CASE
            || operator.comparison() == Comparison.STRING_LIKE);
  }
}
