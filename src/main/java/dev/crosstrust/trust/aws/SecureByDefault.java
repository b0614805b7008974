package dev.crosstrust.trust.aws;

import dev.crosstrust.trust.aws.policy.Comparison;
import dev.crosstrust.trust.aws.policy.Operator;
import dev.crosstrust.trust.aws.policy.Statement;
import java.util.stream.Stream;

/**
 * What IAM wants of a statement for Google before it stores a trust policy.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html">Secure
 *     by default</a>
 */
final class SecureByDefault {
  private SecureByDefault() {}

  /** Whether it has one of three keys, in small letters, under equality. */
  static boolean stores(Statement statement, Issuer google) {
    return statement.conditions().stream()
        .anyMatch(
            it ->
                Stream.of("aud", "oaud", "sub").map(google::key).anyMatch(it.key()::equals)
                    && isEquality(it.operator()));
  }

  /** Whether IAM would store all that an evaluation has of Google. */
  static boolean stores(Evaluation evaluation, Issuer issuer) {
    return !issuer.isGoogle()
        || evaluation
            .with(true)
            .filter(it -> it.statement().principal().federated().stream().anyMatch(issuer::isNamed))
            .allMatch(it -> stores(it.statement(), issuer));
  }

  private static boolean isEquality(Operator operator) {
    return !operator.negated()
        && !operator.ifExists()
        && (operator.comparison() == Comparison.STRING_EQUALS
            || operator.comparison() == Comparison.STRING_EQUALS_IGNORE_CASE);
  }
}
