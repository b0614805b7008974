package dev.crosstrust.ui.browse;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and times as this screen writes them. */
final class Words {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB", "PB");
  private static final int STEP = 1000;

  private Words() {}

  /** Bytes in decimal units: {@code 18.01 MB}. */
  static String size(long bytes) {
    if (bytes < STEP) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= STEP && unit + 1 < UNITS.size()) {
      value /= STEP;
      unit++;
    }
    return String.format(Locale.ROOT, "%.2f %s", value, UNITS.get(unit));
  }

  /** To the minute, in UTC; empty when it is not known. */
  static String when(@Nullable Instant instant) {
    return instant == null ? "" : MINUTES.format(instant);
  }

  /** {@code 1 object}, {@code 128,412 objects}. */
  static String count(long number, String singular, String plural) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? singular : plural);
  }

  /** {@code 41,300/s}; empty before there is a speed to speak of. */
  static String rate(long number, Duration time) {
    long millis = time.toMillis();
    return millis == 0 ? "" : String.format(Locale.ROOT, "%,d/s", number * 1000 / millis);
  }

  /** Minutes and seconds, hours where there are any: {@code 41:07}. */
  static String clock(Duration time) {
    String small =
        String.format(Locale.ROOT, "%02d:%02d", time.toMinutesPart(), time.toSecondsPart());
    return time.toHours() == 0 ? small : time.toHours() + ":" + small;
  }
}
