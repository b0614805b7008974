package dev.crosstrust.sandbox.aws.sts;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The times in a token, in seconds since 1970, held against the clock. STS allows five minutes each
 * way, and what it prints as the current time is the clock with these five minutes taken off or put
 * on.
 */
final class TokenTimes {
  private static final long TOLERANCE = Duration.ofMinutes(5).toSeconds();
  private static final long OLDEST = Duration.ofDays(1).toSeconds();
  private static final Pattern SECONDS = Pattern.compile("-?\\d{1,18}");

  private TokenTimes() {}

  /**
   * Checks issue, expiry and not-before.
   *
   * @throws dev.crosstrust.sandbox.aws.AwsError when the token is not valid at this moment
   */
  static void check(WebIdentityToken token, Instant clock) {
    long now = clock.getEpochSecond();
    long issued = seconds(token.claims().path("iat"));
    long expires = seconds(token.claims().path("exp"));
    if (issued > now + TOLERANCE) {
      throw StsErrors.invalidToken("Token issued in the future: " + issued);
    }
    if (token.claims().has("nbf")) {
      checkNotBefore(seconds(token.claims().path("nbf")), now + TOLERANCE);
    }
    if (now - TOLERANCE >= expires) {
      throw StsErrors.expired(
          "Token expired: current date/time %d must be before the expiration date/time %d"
              .formatted(now - TOLERANCE, expires));
    }
    if (now - issued > OLDEST) {
      throw StsErrors.expired("Token too old: " + (now - issued));
    }
  }

  private static void checkNotBefore(long notBefore, long shifted) {
    if (shifted < notBefore) {
      throw StsErrors.invalidToken(
          ("Token not yet valid: current date/time %d must be after or equal to the not-before"
                  + " date/time %d")
              .formatted(shifted, notBefore));
    }
  }

  /** Digits pass as a number or as a text; a fraction does not. */
  private static long seconds(JsonNode claim) {
    String text = claim.isValueNode() ? claim.asString("") : "";
    if (!SECONDS.matcher(text).matches()) {
      throw StsErrors.invalidToken("Invalid timestamp in token claims.");
    }
    return Long.parseLong(text);
  }
}
