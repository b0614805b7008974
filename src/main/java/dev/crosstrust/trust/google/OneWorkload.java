package dev.crosstrust.trust.google;

import dev.crosstrust.token.Jwt;
import dev.crosstrust.trust.google.cel.Expression;
import java.util.Optional;

/**
 * A condition that lets in who presents a token and nobody else: a role, not one session of it,
 * whose name is another the next time.
 *
 * @see <a
 *     href="https://cloud.google.com/iam/docs/workload-identity-federation-with-other-clouds">AWS
 *     and Azure</a>
 */
final class OneWorkload {
  private static final String AWS_ROLE = "attribute.aws_role";

  private OneWorkload() {}

  /** In CEL; empty where it is not known who presents the token. */
  static Optional<String> condition(PoolQuestion question, Mapped mapped) {
    return question.token() instanceof Jwt jwt
        ? jwt.text("sub").filter(sub -> !sub.isEmpty()).map(sub -> equal("assertion.sub", sub))
        : Optional.ofNullable(question.caller()).map(caller -> ofCaller(caller, mapped));
  }

  private static String ofCaller(String caller, Mapped mapped) {
    Optional<String> role =
        AwsArn.of(caller)
            .filter(arn -> arn.session() != null)
            .map(arn -> "%sassumed-role/%s".formatted(arn.start(), arn.role()));
    if (role.isEmpty()) {
      return equal("assertion.arn", caller);
    }
    return role.get().equals(mapped.attributes().get(AWS_ROLE))
        ? equal(AWS_ROLE, role.get())
        : "assertion.arn.startsWith(%s)".formatted(Expression.text(role.get() + "/"));
  }

  private static String equal(String claim, String value) {
    return "%s == %s".formatted(claim, Expression.text(value));
  }
}
