package dev.crosstrust.trust.google;

import dev.crosstrust.token.Jwt;
import dev.crosstrust.trust.google.cel.TextSearch;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A claim of a JWT that a test looks into, by itself or as an attribute.
 *
 * @param as how the condition calls it
 * @param name the claim's
 * @param value the token's
 */
record NamedClaim(String as, String name, String value) {
  private static final Pattern CLAIM = Pattern.compile("assertion\\.(\\w+)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** All tokens that the provider takes have the same, or it is the subject. */
  private static final Set<String> OTHERS = Set.of("iss", "aud", "sub");

  /** Empty where the test looks into something else. */
  static Optional<NamedClaim> of(PoolQuestion question, TextSearch test) {
    String expression =
        MappingRules.inForce(question.provider()).getOrDefault(test.of(), test.of());
    Matcher claim = CLAIM.matcher(expression.strip());
    return question.token() instanceof Jwt jwt
            && claim.matches()
            && !OTHERS.contains(claim.group(1))
        ? jwt.text(claim.group(1)).map(value -> new NamedClaim(test.of(), claim.group(1), value))
        : Optional.empty();
  }

  /** What others may have in it. */
  Stream<String> around(String literal) {
    return NUMBER.matcher(value).matches()
        ? Stream.of(literal + "0", "9" + literal, "9" + literal + "0")
        : OtherNames.around(literal);
  }
}
