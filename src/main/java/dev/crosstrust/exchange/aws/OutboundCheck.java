package dev.crosstrust.exchange.aws;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The limits of <a
 * href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html">
 * GetWebIdentityToken</a>, kept before anything is sent.
 */
final class OutboundCheck {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_AUDIENCES = 10;
  private static final int LONGEST_AUDIENCE = 1000;
  private static final int MOST_TAGS = 50;
  private static final Pattern TAG_KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}");
  private static final Pattern TAG_VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{0,256}");

  private OutboundCheck() {}

  /** What is wrong, in one sentence; nothing when nothing is. */
  static Optional<String> problem(OutboundTokenRequest request) {
    return audiences(request.audiences())
        .or(() -> duration(request.duration()))
        .or(() -> tags(request.tags()));
  }

  private static Optional<String> audiences(List<String> audiences) {
    if (audiences.isEmpty() || audiences.size() > MOST_AUDIENCES) {
      return Optional.of(
          "a token of AWS is for 1 to 10 audiences, not %d".formatted(audiences.size()));
    }
    return audiences.stream()
        .filter(audience -> audience.isBlank() || audience.length() > LONGEST_AUDIENCE)
        .findFirst()
        .map(
            audience ->
                "an audience has 1 to 1000 characters, this one %d".formatted(audience.length()));
  }

  private static Optional<String> duration(@Nullable Duration duration) {
    return duration != null
            && (duration.compareTo(SHORTEST) < 0
                || duration.compareTo(LONGEST) > 0
                || !duration.equals(duration.truncatedTo(ChronoUnit.SECONDS)))
        ? Optional.of("the token's duration must be 60 to 3600 whole seconds")
        : Optional.empty();
  }

  private static Optional<String> tags(Map<String, String> tags) {
    if (tags.size() > MOST_TAGS) {
      return Optional.of("a token takes at most 50 tags, not %d".formatted(tags.size()));
    }
    Set<String> keys = new HashSet<>();
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      if (!TAG_KEY.matcher(tag.getKey()).matches()
          || !TAG_VALUE.matcher(tag.getValue()).matches()) {
        return Optional.of(
            "the tag “%s” must have 1 to 128 characters, its value at most 256, of letters, digits,"
                    .formatted(tag.getKey())
                + " blanks and _ . : / = + - @");
      }
      if (!keys.add(tag.getKey().toLowerCase(Locale.ROOT))) {
        return Optional.of("two tags are named “%s”; case does not count".formatted(tag.getKey()));
      }
    }
    return Optional.empty();
  }
}
