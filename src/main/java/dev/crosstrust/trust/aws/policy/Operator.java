package dev.crosstrust.trust.aws.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An operator of a condition.
 *
 * @param negated whether the key must have none of the values
 * @param ifExists whether it holds where the key is not there
 */
public record Operator(
    Quantifier quantifier, Comparison comparison, boolean negated, boolean ifExists) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?", Pattern.CASE_INSENSITIVE);

  /** How many of a request's values are looked at. */
  public enum Quantifier {
    /** The one value there is. */
    ONE,
    ANY,
    /** True of a key that is not there. */
    ALL
  }

  /** The operator of a name; empty where AWS has none of it. */
  public static Optional<Operator> of(String written) {
    Matcher form = FORM.matcher(written);
    if (!form.matches()) {
      return Optional.empty();
    }
    String name = form.group(2);
    String plain = name.replaceFirst("(?i)^(?:Not(?=Ip)|(String|Numeric|Date|Arn)Not)", "$1");
    boolean ifExists = form.group(3) != null;
    return Comparison.named(plain)
        .filter(it -> it != Comparison.NULL || (!ifExists && form.group(1) == null))
        .map(
            it ->
                new Operator(
                    quantifier(form.group(1)), it, plain.length() < name.length(), ifExists))
        .filter(it -> !it.negated() || it.mayBeNegated());
  }

  private boolean mayBeNegated() {
    return switch (comparison) {
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE -> true;
      case NUMERIC_EQUALS, DATE_EQUALS, IP_ADDRESS, ARN_LIKE -> true;
      default -> false;
    };
  }

  private static Quantifier quantifier(@Nullable String prefix) {
    if (prefix == null) {
      return Quantifier.ONE;
    }
    return prefix.toLowerCase(Locale.ROOT).equals("forallvalues") ? Quantifier.ALL : Quantifier.ANY;
  }
}
