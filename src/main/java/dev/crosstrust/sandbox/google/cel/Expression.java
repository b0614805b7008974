package dev.crosstrust.sandbox.google.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Optional;

/** A compiled expression. Safe for many threads. */
public final class Expression {
  private final String source;
  private final CelRuntime.Program program;

  Expression(String source, CelRuntime.Program program) {
    this.source = source;
    this.program = program;
  }

  /** The expression as it was written. */
  public String source() {
    return source;
  }

  /**
   * The value: a {@code String}, {@code Boolean}, {@code Long}, {@code Double}, a list or a map.
   *
   * @param variables values by name
   * @return empty when it cannot be evaluated: a key is not there, a function does not take this
   */
  public Optional<Object> evaluate(Map<String, ?> variables) {
    try {
      return Optional.of(program.eval(variables));
    } catch (CelEvaluationException notEvaluable) {
      return Optional.empty();
    }
  }

  /** Whether a condition holds; one that cannot be evaluated does not. */
  public boolean holds(Map<String, ?> variables) {
    return evaluate(variables).filter(Boolean.TRUE::equals).isPresent();
  }

  @Override
  public String toString() {
    return source;
  }
}
