package dev.crosstrust.storage.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads values of one piece. Each method throws IllegalArgumentException when the text is none. */
final class Scalars {
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
  private static final Pattern INFINITY = Pattern.compile("[+-]?(inf|infinity)");

  /** The largest magnitudes that 128 and 256 bits hold with 9 and 38 decimal places. */
  private static final BigDecimal NUMERIC_LIMIT =
      new BigDecimal(BigInteger.TEN.pow(38).subtract(BigInteger.ONE), 9);

  private static final BigDecimal BIG_LIMIT =
      new BigDecimal(BigInteger.ONE.shiftLeft(255).subtract(BigInteger.ONE), 38);

  private Scalars() {}

  static String integer(String text) {
    String trimmed = text.strip();
    require(INTEGER.matcher(trimmed).matches());
    return Long.toString(Long.parseLong(trimmed));
  }

  static String floating(String text) {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    if (trimmed.equals("nan")) {
      return "NaN";
    }
    if (INFINITY.matcher(trimmed).matches()) {
      return trimmed.startsWith("-") ? "-Infinity" : "Infinity";
    }
    require(NUMBER.matcher(trimmed).matches());
    double value = Double.parseDouble(trimmed);
    require(!Double.isInfinite(value));
    return Double.toString(value);
  }

  static String numeric(String text) {
    return decimal(text, 9, NUMERIC_LIMIT);
  }

  static String big(String text) {
    return decimal(text, 38, BIG_LIMIT);
  }

  private static String decimal(String text, int places, BigDecimal limit) {
    String trimmed = text.strip();
    require(NUMBER.matcher(trimmed).matches());
    BigDecimal value = new BigDecimal(trimmed);
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    require(plain.scale() <= places && plain.abs().compareTo(limit) <= 0);
    return plain.toPlainString();
  }

  static String bool(String text) {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    require(trimmed.equals("true") || trimmed.equals("false"));
    return trimmed;
  }

  static String bytes(String text) {
    String trimmed = text.strip();
    return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(trimmed));
  }

  static String json(String text) {
    try {
      require(!JSON.readTree(text).isMissingNode());
      return text.strip();
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void require(boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException();
    }
  }
}
