package dev.crosstrust.storage.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as GoogleSQL writes them: {@code YYYY-[M]M-[D]D}, {@code [H]H:[M]M:[S]S[.F]} with
 * up to six decimal places, both with a space or {@code T} between, and behind a moment its zone:
 * {@code Z}, {@code [+-]H[H][:MM]} or a name; without one it is UTC. Each method throws
 * IllegalArgumentException when the text is none.
 *
 * @see <a
 *     href="https://cloud.google.com/bigquery/docs/reference/standard-sql/data-types#timestamp_type">Timestamp
 *     type</a>
 */
public final class Moments {
  static final int DATE_LENGTH = 10;

  private static final int MICROS = 6;
  private static final Pattern ZONED =
      Pattern.compile("(\\d{4}-\\d{1,2}-\\d{1,2})(?:[ Tt]([\\d:.]+))?(.*)");
  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{1,2})(?::(\\d{1,2}))?");
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-M-d")
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("H:m:s")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, MICROS, true)
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter WRITTEN_TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, MICROS, true)
          .toFormatter();

  private Moments() {}

  /** A moment of UTC, to the microsecond, as BigQuery is sent it and as rows show it. */
  public static String text(Instant moment) {
    return datetimeText(moment) + "Z";
  }

  static String datetimeText(Instant moment) {
    return written(LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC));
  }

  static String timestamp(String text) {
    Matcher parts = parts(text);
    LocalDateTime time = time(parts);
    return text(time.atZone(zone(parts.group(3).strip())).toInstant());
  }

  static String datetime(String text) {
    Matcher parts = parts(text);
    if (!parts.group(3).isEmpty()) {
      throw new IllegalArgumentException();
    }
    return written(time(parts));
  }

  static String date(String text) {
    return dateOf(text.strip()).toString();
  }

  static String time(String text) {
    return WRITTEN_TIME.format(timeOf(text.strip()));
  }

  private static Matcher parts(String text) {
    Matcher parts = ZONED.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException();
    }
    return parts;
  }

  private static LocalDateTime time(Matcher parts) {
    LocalDate date = dateOf(parts.group(1));
    return parts.group(2) == null ? date.atStartOfDay() : date.atTime(timeOf(parts.group(2)));
  }

  private static LocalDate dateOf(String text) {
    return parsed(
        () -> {
          LocalDate date = LocalDate.parse(text, DATE);
          if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new IllegalArgumentException();
          }
          return date;
        });
  }

  private static LocalTime timeOf(String text) {
    return parsed(() -> LocalTime.parse(text, TIME));
  }

  private static ZoneId zone(String text) {
    Matcher offset = OFFSET.matcher(text);
    if (text.isEmpty()) {
      return ZoneOffset.UTC;
    }
    return parsed(
        () ->
            offset.matches()
                ? ZoneId.of(
                    "%s%02d:%02d"
                        .formatted(
                            offset.group(1), number(offset.group(2)), number(offset.group(3))))
                : ZoneId.of(text.equals("z") ? "Z" : text));
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static String written(LocalDateTime time) {
    return time.toLocalDate() + "T" + WRITTEN_TIME.format(time.toLocalTime());
  }

  private static <T> T parsed(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
