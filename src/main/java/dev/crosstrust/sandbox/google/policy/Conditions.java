package dev.crosstrust.sandbox.google.policy;

import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.crosstrust.sandbox.google.cel.Dialect;
import dev.crosstrust.sandbox.google.cel.Expression;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * IAM conditions: CEL over {@code resource.name}, {@code resource.type}, {@code resource.service},
 * {@code request.time} and {@code api.getAttribute(name, otherwise)}. Safe for many threads.
 *
 * @see <a href="https://cloud.google.com/iam/docs/conditions-attribute-reference">Attribute
 *     reference</a>
 */
final class Conditions {
  private final Map<String, Optional<Expression>> expressions = new ConcurrentHashMap<>();

  /** CEL takes a while to come up, and is first asked for when there is a condition to decide. */
  private static final class Language {
    private static final MapType ATTRIBUTES = MapType.create(SimpleType.STRING, SimpleType.DYN);
    private static final Dialect DIALECT =
        new Dialect(Map.of("resource", ATTRIBUTES, "request", ATTRIBUTES, "api", ATTRIBUTES));
  }

  /** Whether the expression can be understood. */
  boolean understands(String expression) {
    return compiled(expression).isPresent();
  }

  /** Whether the condition holds; one that cannot be evaluated does not. */
  boolean hold(String expression, Map<String, ?> variables) {
    return compiled(expression).filter(condition -> condition.holds(variables)).isPresent();
  }

  private Optional<Expression> compiled(String source) {
    return expressions.computeIfAbsent(source, Conditions::compile);
  }

  private static Optional<Expression> compile(String source) {
    try {
      return Optional.of(Language.DIALECT.compile(source));
    } catch (IllegalArgumentException notUnderstood) {
      return Optional.empty();
    }
  }
}
