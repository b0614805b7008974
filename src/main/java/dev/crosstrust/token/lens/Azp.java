package dev.crosstrust.token.lens;

import java.util.regex.Pattern;

/** What stands in {@code azp} of a Google ID token; it depends on how the token was made. */
enum Azp {
  UNIQUE_ID("\\d{20,22}"),
  EMAIL(".+@.+\\.gserviceaccount\\.com"),
  OTHER(".*");

  private final Pattern pattern;

  Azp(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  static Azp of(String azp) {
    if (UNIQUE_ID.pattern.matcher(azp).matches()) {
      return UNIQUE_ID;
    }
    return EMAIL.pattern.matcher(azp).matches() ? EMAIL : OTHER;
  }
}
