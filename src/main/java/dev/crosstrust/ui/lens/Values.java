package dev.crosstrust.ui.lens;

import dev.crosstrust.token.NumericDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values of claims as people read them. */
final class Values {
  /** By their names; the registered ones are those of RFC 7519 and OpenID Connect Core. */
  private static final Pattern TIMES =
      Pattern.compile("(?:.*\\.)?(?:iat|nbf|exp|auth_time|updated_at)|.*_(?:exp|timestamp)");

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ssX", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Values() {}

  /** Text without quotes, everything else as JSON. */
  static String text(@Nullable JsonNode value) {
    if (value == null) {
      return "";
    }
    return value.isString() ? value.asString() : value.toString();
  }

  /** The time that a claim says, in UTC, with its day unless that is today; empty for others. */
  static String time(String claim, JsonNode value, Instant now) {
    if (!TIMES.matcher(claim).matches()) {
      return "";
    }
    return NumericDate.of(value).map(time -> day(time, now) + CLOCK.format(time)).orElse("");
  }

  private static String day(Instant time, Instant now) {
    LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
    return day.equals(LocalDate.ofInstant(now, ZoneOffset.UTC)) ? "" : day + " ";
  }
}
