package dev.crosstrust.token;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Seconds since 1970 as claims have them (RFC 7519, 2), and how strictly they are written. */
public final class NumericDate {
  /** Beyond the year 9999 it is no date; mostly it is milliseconds. */
  private static final BigDecimal END = BigDecimal.valueOf(253_402_300_799L);

  /** A few characters, 1e-999999999, would otherwise become a number that fills the memory. */
  private static final int MOST_ZEROS = 30;

  private NumericDate() {}

  /** The time, where there is one; a fraction is dropped, and digits in a string count. */
  public static Optional<Instant> of(JsonNode claim) {
    return number(claim)
        .filter(seconds -> seconds.abs().compareTo(END) <= 0)
        .map(seconds -> seconds.setScale(0, RoundingMode.FLOOR).longValueExact())
        .map(Instant::ofEpochSecond);
  }

  /** Whether STS takes it: a whole number, or one in a string. */
  public static boolean wellFormed(JsonNode claim) {
    return number(claim).filter(n -> n.scale() <= 0 && n.abs().compareTo(END) <= 0).isPresent();
  }

  private static Optional<BigDecimal> number(JsonNode claim) {
    if (claim.isNumber()) {
      return Optional.of(claim.decimalValue())
          .filter(n -> Math.abs((long) n.scale()) <= MOST_ZEROS);
    }
    return claim.stringValueOpt().filter(text -> text.matches("\\d{1,18}")).map(BigDecimal::new);
  }
}
