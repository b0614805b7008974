package dev.crosstrust.trust.google;

import dev.crosstrust.token.GoogleSubject;
import dev.crosstrust.trust.google.cel.Answer;
import dev.crosstrust.trust.google.cel.Dialect;
import dev.crosstrust.trust.google.cel.Expression;
import dev.crosstrust.trust.google.cel.InvalidExpression;
import dev.crosstrust.trust.google.cel.Variables;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of a long ARN that Google takes as {@code google.subject}. Within one account it names one
 * role, as the whole does.
 *
 * @param expression that maps it
 * @param value what that makes of the token
 */
record ShorterSubject(String expression, String value) {
  /** What stands for itself in a text of CEL and in a template. */
  private static final Pattern PLAIN = Pattern.compile("[^'\\\\{}]*");

  private static final String ARN = "assertion.arn";
  private static final String SUB = "assertion.sub";

  /** The first that is short enough; empty where the token has no such ARN. */
  static Optional<ShorterSubject> of(PoolProvider provider, Variables assertion) {
    Stream<String> expressions =
        provider.awsAccount() == null
            ? ofRole(assertion)
            : Stream.of(ARN + ".extract('assumed-role/{role}/')");
    return expressions
        .flatMap(it -> value(it, assertion).map(value -> new ShorterSubject(it, value)).stream())
        .filter(it -> GoogleSubject.bytes(it.value()) <= GoogleSubject.LONGEST_BYTES)
        .findFirst();
  }

  /** Without what is before the path, and without the path. */
  private static Stream<String> ofRole(Variables assertion) {
    Stream<String> name =
        value(SUB, assertion).flatMap(AwsArn::of).map(AwsArn::path).stream()
            .filter(PLAIN.asMatchPredicate())
            .map("role/%s{role}"::formatted);
    return Stream.concat(Stream.of("role/{role}"), name).map((SUB + ".extract('%s')")::formatted);
  }

  private static Optional<String> value(String expression, Variables assertion) {
    try {
      return Expression.of(Dialect.MAPPING, expression).evaluate(assertion)
                  instanceof Answer.Value(String text)
              && !text.isEmpty()
          ? Optional.of(text)
          : Optional.empty();
    } catch (InvalidExpression e) {
      return Optional.empty();
    }
  }
}
