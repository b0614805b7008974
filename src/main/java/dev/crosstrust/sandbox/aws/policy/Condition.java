package dev.crosstrust.sandbox.aws.policy;

import java.util.List;
import java.util.Optional;

/**
 * One key under one operator.
 *
 * @param key the condition key, in any case
 * @param expected the values, of which one must match; of a negated operator none may
 */
public record Condition(Operator operator, String key, List<Template> expected) {

  /** Whether the request satisfies it. */
  boolean holds(RequestContext context) {
    Optional<List<String>> actual = context.find(key);
    if (operator.comparison() == Comparison.NULL) {
      return expected.stream().anyMatch(it -> Boolean.parseBoolean(it.text()) == actual.isEmpty());
    }
    if (actual.isEmpty()) {
      return operator.holdsWithoutKey();
    }
    List<Glob> texts = expected.stream().flatMap(it -> resolve(it, context).stream()).toList();
    return switch (operator.quantifier()) {
      // A key with several values never matches here, even when the operator is negated.
      case NONE -> actual.get().size() == 1 && holdsFor(actual.get().getFirst(), texts);
      case FOR_ANY_VALUE -> actual.get().stream().anyMatch(value -> holdsFor(value, texts));
      case FOR_ALL_VALUES -> actual.get().stream().allMatch(value -> holdsFor(value, texts));
    };
  }

  private boolean holdsFor(String actual, List<Glob> texts) {
    Comparison comparison = operator.comparison();
    return comparison.understands(actual)
        && texts.stream().anyMatch(text -> comparison.matches(actual, text)) != operator.negated();
  }

  private Optional<Glob> resolve(Template template, RequestContext context) {
    return operator.comparison().takesVariables()
        ? template.resolve(context)
        : Optional.of(Glob.plain(template.text()));
  }
}
