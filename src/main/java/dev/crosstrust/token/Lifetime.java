package dev.crosstrust.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when until when a token says it is valid, and what that means at one instant. It says
 * nothing about the signature.
 *
 * @param issuedAt {@code iat}, or the date of a signed request
 * @param notBefore {@code nbf}
 * @param expiresAt {@code exp}; for a signed request {@link #REQUEST_WINDOW} after its date
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Lifetime(
    @Nullable Instant issuedAt,
    @Nullable Instant notBefore,
    @Nullable Instant expiresAt,
    State state) {

  /** How long AWS takes a signed request at most; IAM User Guide advises five minutes. */
  public static final Duration REQUEST_WINDOW = Duration.ofMinutes(15);

  /**
   * No clock is exact: a token that was issued less than this ahead of ours is not from the future.
   * Google allows about as much (measured).
   */
  public static final Duration SKEW = Duration.ofSeconds(60);

  private static final DateTimeFormatter AMZ_DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Where the instant lies. */
  public enum State {
    VALID,
    EXPIRED,
    NOT_YET_VALID,
    /** The token names no end. */
    NONE;

    /** The name in JSON. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The token's lifetime, judged at this instant. */
  public static Lifetime of(Token token, Instant now) {
    return switch (token) {
      case Jwt jwt -> judged(time(jwt, "iat"), time(jwt, "nbf"), time(jwt, "exp"), now);
      case SignedRequest request -> {
        Instant date = request.headerNamed("x-amz-date").flatMap(Lifetime::amzDate).orElse(null);
        yield judged(date, null, date == null ? null : date.plus(REQUEST_WINDOW), now);
      }
    };
  }

  private static Lifetime judged(
      @Nullable Instant iat, @Nullable Instant nbf, @Nullable Instant exp, Instant now) {
    boolean early =
        (nbf != null && now.plus(SKEW).isBefore(nbf))
            || (iat != null && now.plus(SKEW).isBefore(iat));
    State state;
    if (exp != null && !now.isBefore(exp)) {
      state = State.EXPIRED;
    } else if (early) {
      state = State.NOT_YET_VALID;
    } else {
      state = exp == null ? State.NONE : State.VALID;
    }
    return new Lifetime(iat, nbf, exp, state);
  }

  private static @Nullable Instant time(Jwt jwt, String claim) {
    return NumericDate.of(jwt.claims().path(claim)).orElse(null);
  }

  private static Optional<Instant> amzDate(String text) {
    try {
      return Optional.of(AMZ_DATE.parse(text, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
