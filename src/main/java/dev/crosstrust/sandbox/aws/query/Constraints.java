package dev.crosstrust.sandbox.aws.query;

import dev.crosstrust.sandbox.aws.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Reads parameters and gathers what is wrong with them, so that one refusal tells of all.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html">Common error
 *     types</a>
 */
public final class Constraints {
  private final Parameters parameters;
  private final List<String> violations = new ArrayList<>();

  public Constraints(Parameters parameters) {
    this.parameters = parameters;
  }

  /** A text that must be there; the empty text when it is not, until {@link #check}. */
  public String required(String name, Length length) {
    if (parameters.find(name).isEmpty()) {
      violations.add(
          "Value null at '%s' failed to satisfy constraint: Member must not be null"
              .formatted(member(name)));
    }
    return optional(name, length).orElse("");
  }

  /** A text that may be there. */
  public Optional<String> optional(String name, Length length) {
    Optional<String> value = parameters.find(name);
    value.ifPresent(it -> length.violations(it).forEach(rule -> violated(name, it, rule)));
    return value;
  }

  /** A text that must be there and is not repeated in messages. */
  public String secret(String name, Length length) {
    String value = parameters.find(name).orElse("");
    length
        .violations(value)
        .forEach(
            rule ->
                violations.add(
                    "Value at '" + member(name) + "' failed to satisfy constraint: " + rule));
    return value;
  }

  /** A text that must be there and match; the pattern is printed as it is in AWS's model. */
  public String matching(String name, Length length, String pattern) {
    String value = required(name, length);
    if (!value.isEmpty() && !Pattern.matches(pattern, value)) {
      violated(name, value, "Member must satisfy regular expression pattern: " + pattern);
    }
    return value;
  }

  /** A list that must be there, of texts of a certain length. */
  public List<String> list(String name, Length size, Length each) {
    List<String> items = parameters.list(name, "");
    if (items.isEmpty()) {
      violations.add(
          "Value null at '%s' failed to satisfy constraint: Member must not be null"
              .formatted(member(name)));
      return items;
    }
    if (items.size() > size.most()) {
      violated(
          name, items.toString(), "Member must have length less than or equal to " + size.most());
    }
    if (items.stream().anyMatch(it -> !each.violations(it).isEmpty())) {
      violated(
          name,
          items.toString(),
          ("Member must satisfy constraint: [Member must have length less than or equal to %d,"
                  + " Member must have length greater than or equal to %d]")
              .formatted(each.most(), each.least()));
    }
    return items;
  }

  /** A number that may be there. */
  public OptionalInt number(String name, int least, int most) {
    Optional<String> text = parameters.find(name);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    int value;
    try {
      value = Integer.parseInt(text.get());
    } catch (NumberFormatException notWhole) {
      throw new AwsError(400, "MalformedInput", name + " must be an integer");
    }
    if (value < least) {
      violated(name, text.get(), "Member must have value greater than or equal to " + least);
    } else if (value > most) {
      violated(name, text.get(), "Member must have value less than or equal to " + most);
    }
    return OptionalInt.of(value);
  }

  /**
   * Ends the reading.
   *
   * @throws AwsError {@code ValidationError} when anything was wrong
   */
  public void check() {
    int count = violations.size();
    if (count > 0) {
      String head = count + " validation error" + (count == 1 ? "" : "s") + " detected: ";
      throw new AwsError(400, "ValidationError", head + String.join("; ", violations));
    }
  }

  private void violated(String name, String value, String rule) {
    violations.add(
        "Value '%s' at '%s' failed to satisfy constraint: %s".formatted(value, member(name), rule));
  }

  /** In messages a parameter has the name of the model's member: it begins in lower case. */
  private static String member(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** How many characters a text may have. */
  public record Length(int least, int most) {
    private List<String> violations(String value) {
      if (value.length() < least) {
        return List.of("Member must have length greater than or equal to " + least);
      }
      return value.length() > most
          ? List.of("Member must have length less than or equal to " + most)
          : List.of();
    }
  }
}
