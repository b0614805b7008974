package dev.crosstrust.ui.lens;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.token.lens.Durations;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the fetching of keys shows besides them. */
final class KeyFetch {
  /** The header Date has whole seconds, and it is made some time before it is read. */
  private static final Duration EXACT = Duration.ofSeconds(2);

  private KeyFetch() {}

  /** Everybody that was asked, once each, in order. */
  static String hosts(List<Leg> legs) {
    return legs.stream()
        .map(leg -> String.valueOf(URI.create(leg.request().target()).getHost()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** How far this machine's clock is from the last one asked (RFC 9110, 6.6.1). */
  static Optional<String> clock(List<Leg> legs) {
    return legs.reversed().stream().flatMap(leg -> words(leg).stream()).findFirst();
  }

  private static Optional<String> words(Leg leg) {
    return date(leg).map(theirs -> words(leg, theirs));
  }

  private static String words(Leg leg, Instant theirs) {
    Instant ours = leg.startedAt().plusMillis(leg.millis());
    Duration ahead = Duration.between(theirs, ours);
    String host = hosts(List.of(leg));
    if (ahead.abs().compareTo(EXACT) < 0) {
      return "Clock in step with " + host;
    }
    return "This clock is %s %s %s"
        .formatted(Durations.say(ahead.abs()), ahead.isNegative() ? "behind" : "ahead of", host);
  }

  private static Optional<Instant> date(Leg leg) {
    return leg.response().headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("date"))
        .map(Map.Entry::getValue)
        .findFirst()
        .flatMap(KeyFetch::parsed);
  }

  private static Optional<Instant> parsed(String date) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
