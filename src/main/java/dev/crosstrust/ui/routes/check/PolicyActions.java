package dev.crosstrust.ui.routes.check;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The actions of one statement, as the policy writes them.
 *
 * @param element {@code Action} or {@code NotAction}
 */
record PolicyActions(String element, List<String> values) {
  static final String ACTION = "Action";
  private static final String NOT_ACTION = "NotAction";

  PolicyActions {
    values = List.copyOf(values);
  }

  /**
   * Those of a policy that has been judged, so that it is one.
   *
   * @param index of the statement, from 0
   */
  static PolicyActions of(String policy, int index) {
    JsonNode statement;
    try {
      JsonNode statements = JsonMapper.shared().readTree(policy).path("Statement");
      statement = statements.isArray() ? statements.path(index) : statements;
    } catch (JacksonException e) {
      return new PolicyActions(ACTION, List.of());
    }
    String element = statement.has(NOT_ACTION) ? NOT_ACTION : ACTION;
    JsonNode values = statement.path(element);
    Stream<JsonNode> each = values.isArray() ? values.valueStream() : Stream.of(values);
    return new PolicyActions(element, each.flatMap(it -> it.stringValueOpt().stream()).toList());
  }
}
