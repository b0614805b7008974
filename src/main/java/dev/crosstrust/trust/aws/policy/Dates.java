package dev.crosstrust.trust.aws.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates of policies: ISO 8601 as the W3C has it, or seconds since 1970; to the millisecond. */
final class Dates {
  private static final Pattern SECONDS = Pattern.compile("-?\\d{1,12}");
  private static final Pattern WITHOUT_SECONDS =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2})(Z|[+-].*)");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private Dates() {}

  static Optional<Instant> parse(String text) {
    try {
      if (SECONDS.matcher(text).matches() && !YEAR.matcher(text).matches()) {
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
      }
      return Optional.of(OffsetDateTime.parse(whole(text)).toInstant())
          .map(it -> it.truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** With the parts that may be left out. */
  private static String whole(String text) {
    if (YEAR.matcher(text).matches()) {
      return start(text + "-01-01");
    }
    if (MONTH.matcher(text).matches()) {
      return start(text + "-01");
    }
    if (DAY.matcher(text).matches()) {
      return start(text);
    }
    return WITHOUT_SECONDS.matcher(text).replaceFirst("$1:00$2");
  }

  private static String start(String day) {
    return LocalDate.parse(day).atStartOfDay().atOffset(ZoneOffset.UTC).toString();
  }
}
