package dev.crosstrust.sandbox.google.bigquery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;

/** Points in time as rows carry them: seconds since 1970, or a date with a time; UTC if unsaid. */
final class Timestamps {
  private static final Pattern SECONDS =
      Pattern.compile("-?\\d{1,12}(\\.\\d{1,9})?([eE]\\d{1,2})?");
  private static final DateTimeFormatter TEXT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu[-][/]MM[-][/]dd[[ ]['T']HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("][ ][XXX][X]['UTC']")
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .toFormatter();
  private static final int MICROS = 6;

  private Timestamps() {}

  /** Microseconds since 1970. */
  static long parse(String text) {
    String trimmed = text.strip();
    if (SECONDS.matcher(trimmed).matches()) {
      return new BigDecimal(trimmed)
          .movePointRight(MICROS)
          .setScale(0, RoundingMode.HALF_UP)
          .longValue();
    }
    try {
      TemporalAccessor time = TEXT.parse(trimmed);
      ZoneOffset zone =
          time.isSupported(ChronoField.OFFSET_SECONDS) ? ZoneOffset.from(time) : ZoneOffset.UTC;
      Instant instant = LocalDateTime.from(time).toInstant(zone);
      return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    } catch (DateTimeParseException e) {
      throw new InvalidValueException(
          "Could not parse '%s' as a timestamp. Required format is YYYY-MM-DD HH:MM[:SS[.SSSSSS]] or YYYY/MM/DD HH:MM[:SS[.SSSSSS]]"
              .formatted(text));
    }
  }
}
