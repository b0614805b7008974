package dev.crosstrust.ui.walkthrough;

import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.ui.workplace.Happening;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A happening in the words of the stories. */
record Fact(Kind kind, Map<String, String> told) {

  /** What conditions may name, and ask of it. */
  enum Kind {
    IDENTITY_SEEN,
    TOKEN_READ,
    CLAIM_SEEN,
    RUN_ENDED,
    LEG_SEEN,
    PLACE_OPENED,
    PLACE_REFUSED,
    PREVIEW_SHOWN;

    private boolean knows(String argument) {
      return switch (this) {
        case TOKEN_READ -> true; // any claim
        case IDENTITY_SEEN -> argument.equals("id");
        case CLAIM_SEEN -> argument.equals("claim");
        case RUN_ENDED -> Set.of("route", "outcome", "as-expected").contains(argument);
        case LEG_SEEN -> Set.of("route", "leg", "outcome", "as-expected").contains(argument);
        case PLACE_OPENED, PLACE_REFUSED, PREVIEW_SHOWN ->
            Set.of("bucket", "key").contains(argument);
      };
    }

    static Kind named(String name) {
      return Arrays.stream(values())
          .filter(kind -> word(kind).equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("there is no condition " + name));
    }

    void check(String argument) {
      if (!knows(argument)) {
        throw new IllegalArgumentException(
            "the condition %s knows no %s".formatted(word(this), argument));
      }
    }
  }

  static Fact of(Happening happening) {
    return switch (happening) {
      case Happening.IdentitySeen(String id) -> new Fact(Kind.IDENTITY_SEEN, Map.of("id", id));
      case Happening.TokenRead(Map<String, String> claims) -> new Fact(Kind.TOKEN_READ, claims);
      case Happening.ClaimSeen(String claim) -> new Fact(Kind.CLAIM_SEEN, Map.of("claim", claim));
      case Happening.RunEnded run ->
          new Fact(
              Kind.RUN_ENDED,
              Map.of(
                  "route", run.route(),
                  "outcome", word(run.outcome()),
                  "as-expected", String.valueOf(run.asExpected())));
      case Happening.LegSeen leg ->
          new Fact(
              Kind.LEG_SEEN,
              Map.of(
                  "route", leg.route(),
                  "leg", leg.leg(),
                  "outcome", word(leg.outcome()),
                  "as-expected", String.valueOf(leg.asExpected())));
      case Happening.PlaceOpened(StorageUri place) -> new Fact(Kind.PLACE_OPENED, told(place));
      case Happening.PlaceRefused(StorageUri place) -> new Fact(Kind.PLACE_REFUSED, told(place));
      case Happening.PreviewShown(StorageUri object) -> new Fact(Kind.PREVIEW_SHOWN, told(object));
    };
  }

  private static Map<String, String> told(StorageUri place) {
    return Map.of("bucket", place.bucket(), "key", place.key());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
