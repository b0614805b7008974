package dev.crosstrust.setup.aws;

import dev.crosstrust.trust.Ternary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The conditions of a statement, as far as they can be decided from what is known.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
final class Conditions {
  private static final String IF_EXISTS = "IfExists";
  private static final String FOR_ANY = "ForAnyValue:";

  /** True of a key that is not there. */
  private static final String FOR_ALL = "ForAllValues:";

  private static final Set<String> NEGATED = Set.of("StringNotEquals", "StringNotLike");

  private final Request request;
  private final List<String> differing = new ArrayList<>();

  Conditions(Request request) {
    this.request = request;
  }

  /** What the request has otherwise than the statement wants it. */
  List<String> differing() {
    return List.copyOf(differing);
  }

  /** Whether all of them hold. */
  Ternary hold(JsonNode conditions) {
    return Ternary.all(
        conditions.properties().stream()
            .flatMap(
                operator ->
                    operator.getValue().properties().stream()
                        .map(key -> holds(operator.getKey(), key))));
  }

  private Ternary holds(String written, Map.Entry<String, JsonNode> condition) {
    String key = condition.getKey();
    List<String> wanted = Policy.texts(condition.getValue());
    boolean lenient = written.endsWith(IF_EXISTS);
    String operator =
        (lenient ? written.substring(0, written.length() - IF_EXISTS.length()) : written)
            .replaceFirst("^" + FOR_ANY, "");
    Ternary answer =
        request
            .value(key)
            .map(has -> compared(operator, wanted, has))
            .orElseGet(() -> without(operator, lenient, key));
    if (answer == Ternary.NO) {
      differing.add(
          "%s under %s is to be %s, and is %s"
              .formatted(
                  key,
                  written,
                  String.join(" or ", wanted),
                  request.value(key).map(has -> String.join(", ", has)).orElse("not there")));
    }
    return answer;
  }

  private Ternary without(String operator, boolean lenient, String key) {
    if (!request.lacks(key) || operator.equals("Null")) {
      return Ternary.UNDECIDED;
    }
    return Ternary.of(lenient || operator.startsWith(FOR_ALL) || NEGATED.contains(operator));
  }

  private static Ternary compared(String operator, List<String> wanted, List<String> has) {
    return switch (operator) {
      case "StringNotEquals" -> compared("StringEquals", wanted, has).not();
      case "StringNotLike" -> compared("StringLike", wanted, has).not();
      default ->
          Ternary.any(
              has.stream()
                  .flatMap(value -> wanted.stream().map(want -> one(operator, want, value))));
    };
  }

  private static Ternary one(String operator, String want, String has) {
    if (want.contains("${")) {
      return Ternary.UNDECIDED;
    }
    return switch (operator) {
      case "StringEquals" -> Ternary.of(want.equals(has));
      case "StringEqualsIgnoreCase" ->
          Ternary.of(want.toLowerCase(Locale.ROOT).equals(has.toLowerCase(Locale.ROOT)));
      case "StringLike", "ArnLike", "ArnEquals" -> Pattern.fits(want, has);
      case "NumericEquals", "NumericLessThan", "NumericLessThanEquals" ->
          number(operator, want, has);
      default -> Ternary.UNDECIDED;
    };
  }

  private static Ternary number(String operator, String want, String has) {
    if (!Stream.of(want, has).allMatch(text -> text.matches("\\d{1,12}"))) {
      return Ternary.UNDECIDED;
    }
    int order = Long.compare(Long.parseLong(has), Long.parseLong(want));
    return Ternary.of(
        switch (operator) {
          case "NumericEquals" -> order == 0;
          case "NumericLessThan" -> order < 0;
          default -> order <= 0;
        });
  }
}
