package dev.crosstrust.trust.aws.policy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers of policies, of any length. */
final class Numbers {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d{1,300}(?:\\.\\d{0,300})?|\\.\\d{1,300})(?:[eE][+-]?\\d{1,3})?");

  private Numbers() {}

  static Optional<BigDecimal> parse(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }
}
