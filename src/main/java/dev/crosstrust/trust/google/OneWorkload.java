package dev.crosstrust.trust.google;

import dev.crosstrust.token.Jwt;
import dev.crosstrust.trust.google.cel.Expression;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        ? ofSubject(jwt.text("sub"))
        : ofCaller(question.caller(), mapped);
  }

  /** The same of what is not there yet. */
  static Optional<String> condition(Awaited awaited, Mapped mapped) {
    return awaited.signedRequest()
        ? ofCaller(awaited.arn(), mapped)
        : ofSubject(Optional.ofNullable(awaited.arn()));
  }

  private static Optional<String> ofSubject(Optional<String> subject) {
    return subject.filter(sub -> !sub.isEmpty()).map(sub -> equal("assertion.sub", sub));
  }

  private static Optional<String> ofCaller(@Nullable String caller, Mapped mapped) {
    return Optional.ofNullable(caller).map(it -> ofKnown(it, mapped));
  }

  private static String ofKnown(String caller, Mapped mapped) {
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
