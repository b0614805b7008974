package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.trust.aws.policy.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One change of a statement's JSON that leaves everything else as it is.
 *
 * @param sentence what is changed
 * @param effect what that does to who may enter
 */
record Change(String sentence, Effect effect, Consumer<ObjectNode> made) {
  private static final String ACTION = "Action";
  private static final String CONDITION = "Condition";

  /** The key stands where the other stood. */
  static Change rename(Condition condition, String key, Effect effect) {
    return new Change(
        "%s becomes %s.".formatted(condition.key(), key),
        effect,
        statement -> replaceMember(block(statement, condition), condition.key(), key));
  }

  /** The values that fit a description become one other. */
  static Change value(Condition condition, Predicate<String> old, String value, Effect effect) {
    return new Change(
        "The value of %s becomes %s.".formatted(condition.key(), value),
        effect,
        statement -> {
          ObjectNode block = block(statement, condition);
          if (block.path(condition.key()) instanceof ArrayNode list) {
            Stream<JsonNode> better =
                list.valueStream()
                    .map(it -> old.test(it.asString("")) ? list.stringNode(value) : it);
            block.set(condition.key(), distinct(better));
          } else {
            block.put(condition.key(), value);
          }
        });
  }

  /** The key takes one value more. */
  static Change add(Condition condition, String value) {
    return new Change(
        "%s takes %s too.".formatted(condition.key(), value),
        Effect.WIDENS,
        statement -> {
          ObjectNode block = block(statement, condition);
          block.set(condition.key(), with(block.path(condition.key()), value));
        });
  }

  /** A negated operator lets one value go. */
  static Change except(Condition condition, Predicate<String> value) {
    return new Change(
        "%s is not kept from the token's value any more.".formatted(condition.key()),
        Effect.WIDENS,
        statement -> {
          ObjectNode block = block(statement, condition);
          ArrayNode list = block.arrayNode();
          values(block.path(condition.key()))
              .filter(it -> !value.test(it.asString("")))
              .forEach(list::add);
          block.set(condition.key(), list);
          if (list.isEmpty()) {
            drop(statement, condition);
          }
        });
  }

  /** The key goes. */
  static Change remove(Condition condition, Effect effect) {
    return new Change(
        "%s goes.".formatted(condition.key()), effect, statement -> drop(statement, condition));
  }

  /** The key stands under another operator. */
  static Change operator(Condition condition, String operator, Effect effect) {
    return new Change(
        "%s stands under %s.".formatted(condition.key(), operator),
        effect,
        statement -> {
          JsonNode value = block(statement, condition).path(condition.key());
          statement
              .withObjectProperty(CONDITION)
              .withObjectProperty(operator)
              .set(condition.key(), value);
          drop(statement, condition);
        });
  }

  /** The statement asks for one thing more, besides all that it asks for. */
  static Change pin(String key, String value) {
    return new Change(
        "%s is to be %s as well.".formatted(key, value),
        Effect.NARROWS,
        statement -> {
          ObjectNode conditions = statement.withObjectProperty(CONDITION);
          Stream.of("StringEquals", "ForAnyValue:StringEquals")
              .filter(it -> !has(conditions.path(it), key))
              .findFirst()
              .ifPresent(it -> conditions.withObjectProperty(it).put(key, value));
        });
  }

  private static boolean has(JsonNode block, String key) {
    return block.propertyNames().stream().anyMatch(key::equalsIgnoreCase);
  }

  /** A list, or what stands alone in its place. */
  private static Stream<JsonNode> values(JsonNode written) {
    return written.isArray() ? written.valueStream() : Stream.of(written);
  }

  private static ArrayNode with(JsonNode written, String one) {
    return distinct(
        Stream.concat(values(written), Stream.of(JsonNodeFactory.instance.stringNode(one))));
  }

  private static ArrayNode distinct(Stream<JsonNode> values) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    values.distinct().forEach(list::add);
    return list;
  }

  /** One action besides what is there. */
  static void addAction(ObjectNode statement, String action) {
    JsonNode old = statement.path(ACTION);
    if (!old.isMissingNode()) {
      statement.set(ACTION, with(old, action));
    }
  }

  private static void drop(ObjectNode statement, Condition condition) {
    ObjectNode block = block(statement, condition);
    block.remove(condition.key());
    if (block.isEmpty()) {
      statement.withObjectProperty(CONDITION).remove(condition.written());
    }
  }

  private static ObjectNode block(ObjectNode statement, Condition condition) {
    return statement.withObjectProperty(CONDITION).withObjectProperty(condition.written());
  }

  /** Under another name in the same place. */
  static void replaceMember(ObjectNode object, String old, String name) {
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>();
    object.properties().forEach(it -> members.add(Map.entry(it.getKey(), it.getValue())));
    object.removeAll();
    members.forEach(it -> object.set(it.getKey().equals(old) ? name : it.getKey(), it.getValue()));
  }
}
