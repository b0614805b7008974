package dev.crosstrust.sandbox.aws.policy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** The typed values of conditions, read from text; what is not of the type is empty. */
final class Values {
  /** The W3C profile of ISO 8601: a year, a month, a day, or a time with its zone. */
  private static final DateTimeFormatter ISO_8601 =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu[-MM[-dd['T'HH:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .appendPattern("XXX]]]")
          .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
          .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
          .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
          .toFormatter(Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Values() {}

  /** Whether both texts are of the type and stand in an order that is wanted. */
  static <T extends Comparable<T>> boolean ordered(
      String actual, String expected, Function<String, Optional<T>> type, IntPredicate wanted) {
    Optional<T> left = type.apply(actual);
    Optional<T> right = type.apply(expected);
    return left.isPresent() && right.isPresent() && wanted.test(left.get().compareTo(right.get()));
  }

  static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException notNumeric) {
      return Optional.empty();
    }
  }

  /** A date of ISO 8601, or seconds since 1970; both to the millisecond. */
  static Optional<Instant> date(String text) {
    try {
      Instant instant =
          text.matches("-?\\d{5,}")
              ? Instant.ofEpochSecond(Long.parseLong(text))
              : ISO_8601.parse(text, OffsetDateTime::from).toInstant();
      return Optional.of(instant.truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException | NumberFormatException noDate) {
      return Optional.empty();
    }
  }

  /** Whether two Base64 texts hold the same bytes. */
  static boolean sameBytes(String actual, String expected) {
    Base64.Decoder base64 = Base64.getDecoder();
    try {
      return Arrays.equals(base64.decode(actual), base64.decode(expected));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
