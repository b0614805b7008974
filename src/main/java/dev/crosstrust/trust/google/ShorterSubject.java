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
import org.jspecify.annotations.Nullable;

/**
 * A part of a long ARN that Google takes as {@code google.subject}. Within one account it names one
 * role, as the whole does.
 *
 * @param expression that maps it
 * @param value what that makes of the token
 * @param loses who gets no subject of it, to begin a sentence; null for nobody
 */
record ShorterSubject(String expression, String value, @Nullable String loses) {
  /** What stands for itself in a text of CEL and in a template. */
  private static final Pattern PLAIN = Pattern.compile("[^'\\\\{}]*");

  private static final String ARN = "assertion.arn";
  private static final String SUB = "assertion.sub";

  /** The first that is short enough; empty where the token has no such ARN. */
  static Optional<ShorterSubject> of(PoolProvider provider, Variables assertion) {
    Stream<Form> forms =
        provider.awsAccount() == null
            ? ofRole(assertion)
            : Stream.of(
                new Form(ARN + ".extract('assumed-role/{role}/')", "Who is no session of a role"));
    return forms
        .filter(it -> it.expression().length() <= Dialect.LONGEST_MAPPING)
        .flatMap(it -> it.of(assertion).stream())
        .filter(it -> GoogleSubject.bytes(it.value()) <= GoogleSubject.LONGEST_BYTES)
        .findFirst();
  }

  /** Without what is before the path, and without the path. */
  private static Stream<Form> ofRole(Variables assertion) {
    Stream<Form> name =
        value(SUB, assertion).flatMap(AwsArn::of).map(AwsArn::path).stream()
            .filter(PLAIN.asMatchPredicate())
            .map(
                path ->
                    new Form(
                        SUB + ".extract('role/%s{role}')".formatted(path),
                        "Roles that are not under %s".formatted(path)));
    return Stream.concat(Stream.of(new Form(SUB + ".extract('role/{role}')", null)), name);
  }

  private record Form(String expression, @Nullable String loses) {
    Optional<ShorterSubject> of(Variables assertion) {
      return value(expression, assertion).map(it -> new ShorterSubject(expression, it, loses));
    }
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
