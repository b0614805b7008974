package dev.crosstrust.command.kit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The option that judges a token at another time. */
public final class At {
  public static final String DESCRIPTION = "Judge it at this time (ISO 8601, UTC) instead of now.";

  /** Years of four digits: what JSON and people can read. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private At() {}

  /** The time given, or now. */
  public static Instant instant(@Nullable String at, InstantSource clock) {
    try {
      Instant instant = at == null ? clock.instant() : Instant.parse(at);
      if (!instant.isBefore(FIRST) && instant.isBefore(LAST)) {
        return instant;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw new BadInput("--at takes a time such as 2026-11-21T10:00:00Z, not \"%s\"".formatted(at));
  }
}
