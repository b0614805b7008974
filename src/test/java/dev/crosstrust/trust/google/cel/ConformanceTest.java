package dev.crosstrust.trust.google.cel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.types.TypeType;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The conformance cases of CEL for what Google documents, in our dialect. What a case needs beyond
 * that is named and counted.
 *
 * @see <a href="https://github.com/google/cel-spec/tree/master/tests/simple">cel-spec</a>
 */
class ConformanceTest {
  private static final List<String> FILES =
      List.of(
          "basic",
          "comparisons",
          "conversions",
          "lists",
          "logic",
          "macros",
          "string",
          "string_ext");

  /** Of the extension for strings Google documents these. */
  private static final Set<String> EXTENSIONS = Set.of("split", "join");

  private static final Variables NOTHING = Variables.of(JsonNodeFactory.instance.objectNode());

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  @Test
  void standardCelIsEvaluatedAsItsConformanceCasesSay() throws IOException {
    for (String file : FILES) {
      for (Map<String, List<Object>> section : messages(read(file), "section")) {
        for (Map<String, List<Object>> test : messages(section, "test")) {
          String reason = outOfScope(file, section, test);
          counts.merge(reason.isEmpty() ? "run" : reason, 1, Integer::sum);
          if (reason.isEmpty()) {
            run(file + "/" + one(section, "name") + "/" + one(test, "name"), test);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(counts)
        .isEqualTo(
            Map.of(
                "run", 610,
                "function of an extension that Google does not document", 208,
                "messages of protocol buffers", 72,
                "without the type check", 34,
                "variables of its own", 14));
  }

  private static Map<String, List<Object>> read(String file) throws IOException {
    try (InputStream in =
        ConformanceTest.class.getResourceAsStream("/vectors/cel-spec/" + file + ".textproto")) {
      return TextProto.read(
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static String outOfScope(
      String file, Map<String, List<Object>> section, Map<String, List<Object>> test) {
    String expression = one(test, "expr");
    if (file.equals("string_ext") && !EXTENSIONS.contains(one(section, "name"))) {
      return "function of an extension that Google does not document";
    }
    if (test.containsKey("bindings") || test.containsKey("type_env")) {
      return "variables of its own";
    }
    if (test.containsKey("disable_check") || test.containsKey("disable_macros")) {
      return "without the type check";
    }
    boolean messages =
        test.containsKey("container")
            || expression.contains("google.protobuf")
            || expression.contains("TestAllTypes")
            || expression.contains("cel.expr");
    return messages ? "messages of protocol buffers" : "";
  }

  private void run(String name, Map<String, List<Object>> test) {
    Answer answer;
    try {
      answer = Expression.of(Dialect.CONDITION, one(test, "expr")).evaluate(NOTHING);
    } catch (InvalidExpression e) {
      answer = new Answer.Failed(String.valueOf(e.getMessage()));
    }
    boolean fails = test.containsKey("eval_error") || test.containsKey("any_eval_errors");
    boolean right =
        fails
            ? answer instanceof Answer.Failed
            : answer instanceof Answer.Value(Object value)
                && shown(value).equals(shown(expected(test)));
    if (!right) {
      wrong.add("%s: %s gives %s".formatted(name, one(test, "expr"), answer));
    }
  }

  private static Object expected(Map<String, List<Object>> test) {
    return test.containsKey("value") ? value(messages(test, "value").getFirst()) : true;
  }

  private static Object value(Map<String, List<Object>> message) {
    String kind = message.keySet().iterator().next();
    Object first = message.get(kind).getFirst();
    return switch (kind) {
      case "bool_value" -> Boolean.valueOf(first.toString());
      case "int64_value" -> Long.decode(first.toString());
      case "uint64_value" -> UnsignedLong.valueOf(first.toString());
      case "double_value" -> number(first.toString());
      case "string_value" -> first.toString();
      case "bytes_value" -> ((TextProto.Quoted) first).bytes();
      case "null_value" -> NullValue.NULL_VALUE;
      case "type_value" -> "type " + first;
      case "list_value" ->
          messages(messages(message, kind).getFirst(), "values").stream()
              .map(ConformanceTest::value)
              .toList();
      case "map_value" -> {
        Map<Object, Object> entries = new LinkedHashMap<>();
        messages(messages(message, kind).getFirst(), "entries")
            .forEach(
                entry ->
                    entries.put(
                        value(messages(entry, "key").getFirst()),
                        value(messages(entry, "value").getFirst())));
        yield entries;
      }
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static Double number(String text) {
    return switch (text) {
      case "inf", "infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      case "nan" -> Double.NaN;
      default -> Double.valueOf(text);
    };
  }

  /** Values of one type that are the same are shown alike, whatever classes carry them. */
  private static String shown(Object value) {
    return switch (value) {
      case List<?> list -> list.stream().map(ConformanceTest::shown).toList().toString();
      case Map<?, ?> map -> {
        Map<String, String> all = new TreeMap<>();
        map.forEach((key, each) -> all.put(shown(key), shown(each)));
        yield all.toString();
      }
      case CelByteString bytes -> "bytes " + HexFormat.of().formatHex(bytes.toByteArray());
      // The type of types has no name there.
      case TypeType type ->
          "String type " + type.containingTypeName().replaceFirst("^dyn$", "type");
      default -> value.getClass().getSimpleName() + " " + value;
    };
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, List<Object>>> messages(
      Map<String, List<Object>> message, String field) {
    return message.getOrDefault(field, List.of()).stream()
        .map(each -> (Map<String, List<Object>>) each)
        .toList();
  }

  private static String one(Map<String, List<Object>> message, String field) {
    return message.getOrDefault(field, List.of("")).getFirst().toString();
  }
}
