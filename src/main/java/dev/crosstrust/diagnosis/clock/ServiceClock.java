package dev.crosstrust.diagnosis.clock;

import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.diagnosis.symptom.Symptoms;
import dev.crosstrust.evidence.Leg;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what an answer tells of its service's clock. */
final class ServiceClock {
  /** STS prints its clock shifted by what it forgives: five minutes, each way. */
  private static final Duration STS_SHIFT = Duration.ofMinutes(5);

  private static final Pattern STS_EXPIRED =
      Pattern.compile("current date/time (\\d{9,11}) must be before");
  private static final Pattern STS_NOT_YET =
      Pattern.compile("current date/time (\\d{9,11}) must be after or equal");
  private static final Pattern SIGNATURE_EXPIRED =
      Pattern.compile("Signature expired: \\S+ is now earlier than \\S+ \\((\\d{8}T\\d{6}Z) - ");
  private static final Pattern SIGNATURE_EARLY =
      Pattern.compile(
          "Signature not yet current: \\S+ is still later than \\S+ \\((\\d{8}T\\d{6}Z) \\+ ");
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

  private ServiceClock() {}

  /**
   * One reading.
   *
   * @param skew the service's time minus this machine's
   */
  record Reading(String service, Duration skew, String because) {}

  static List<Reading> readings(Leg leg) {
    Symptom symptom = Symptoms.of(leg);
    return Stream.of(
            reading(leg, date(leg), "its Date header"),
            reading(leg, serverTime(symptom), "the ServerTime of its answer"),
            reading(leg, told(symptom, STS_EXPIRED, s -> epoch(s).plus(STS_SHIFT)), "its text"),
            reading(leg, told(symptom, STS_NOT_YET, s -> epoch(s).minus(STS_SHIFT)), "its text"),
            reading(leg, told(symptom, SIGNATURE_EXPIRED, ServiceClock::basic), "its text"),
            reading(leg, told(symptom, SIGNATURE_EARLY, ServiceClock::basic), "its text"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Reading> reading(Leg leg, @Nullable Instant theirs, String where) {
    if (theirs == null) {
      return Optional.empty();
    }
    Instant ours = leg.startedAt().plusMillis(leg.millis());
    return Optional.of(
        new Reading(
            leg.service(),
            Duration.between(ours, theirs),
            "%s: %s says it is %s, this machine says %s"
                .formatted(leg.name(), where, theirs, ours)));
  }

  /** A copy from a cache (with Age) tells the time at which it was made. */
  private static @Nullable Instant date(Leg leg) {
    String date = Symptoms.header(leg, "date");
    return date == null || Symptoms.header(leg, "age") != null
        ? null
        : parsed(
            date,
            text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
  }

  private static @Nullable Instant serverTime(Symptom symptom) {
    String time = symptom.fields().get("ServerTime");
    return time == null ? null : parsed(time, Instant::parse);
  }

  private static @Nullable Instant told(
      Symptom symptom, Pattern pattern, Function<String, Instant> reader) {
    Optional<MatchResult> match = symptom.find(pattern);
    return match.isEmpty() ? null : parsed(match.get().group(1), reader);
  }

  private static Instant epoch(String seconds) {
    return Instant.ofEpochSecond(Long.parseLong(seconds));
  }

  private static Instant basic(String stamp) {
    return LocalDateTime.parse(stamp, BASIC).toInstant(ZoneOffset.UTC);
  }

  private static @Nullable Instant parsed(String text, Function<String, Instant> reader) {
    try {
      return reader.apply(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
