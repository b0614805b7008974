package dev.crosstrust.setup.google;

import dev.crosstrust.trust.google.PoolProvider;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a provider makes of an ARN as {@code google.subject}. Mappings that take a claim as it is,
 * or a piece of it by {@code extract}, are understood; others are not decided here.
 *
 * @see <a href="https://cloud.google.com/iam/docs/workload-identity-federation#mapping">Attribute
 *     mappings</a>
 */
final class Subject {
  static final String ATTRIBUTE = "google.subject";

  /** What AWS providers do without a mapping of their own. */
  private static final String OF_AWS = "assertion.arn";

  private static final Pattern CLAIM =
      Pattern.compile(
          "assertion\\.(sub|arn)(?:\\.extract\\((['\"])([^{'\"]*)\\{\\w+}([^{'\"]*)\\2\\))?");

  private Subject() {}

  /** The expression that makes it; empty when nothing does. */
  static Optional<String> expression(PoolProvider provider) {
    String written = provider.mapping().get(ATTRIBUTE);
    return written == null && provider.awsAccount() != null && provider.mapping().isEmpty()
        ? Optional.of(OF_AWS)
        : Optional.ofNullable(written);
  }

  /**
   * What an expression makes of a token.
   *
   * @param arn the token's {@code sub}, or the {@code arn} of a signed request
   * @return empty when it cannot be decided; an empty text when there is no such claim or piece
   */
  static Optional<String> of(String expression, String arn, boolean signedRequest) {
    Matcher matcher = CLAIM.matcher(expression.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group(1).equals("arn") != signedRequest) {
      return Optional.of("");
    }
    return Optional.of(
        matcher.group(3) == null ? arn : extracted(arn, matcher.group(3), matcher.group(4)));
  }

  /** Between the first prefix and the first suffix after it; empty where either is not there. */
  private static String extracted(String arn, String prefix, String suffix) {
    int start = arn.indexOf(prefix);
    if (start < 0) {
      return "";
    }
    int from = start + prefix.length();
    int end = suffix.isEmpty() ? arn.length() : arn.indexOf(suffix, from);
    return end < 0 ? "" : arn.substring(from, end);
  }
}
