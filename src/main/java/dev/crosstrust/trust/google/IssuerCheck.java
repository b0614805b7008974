package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.trust.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The token's issuer, which Google compares byte for byte with the provider's. */
final class IssuerCheck {
  private static final Pattern OF_ACCOUNT =
      Pattern.compile("https://[0-9a-f-]{36}\\.tokens\\.sts\\.global\\.api\\.aws/?");
  private static final Pattern API_ENDPOINT =
      Pattern.compile("https?://sts(\\.[a-z0-9-]+)?\\.amazonaws\\.com/?");

  private final PoolProvider provider;
  private final String expected;
  private final String has;

  private IssuerCheck(PoolProvider provider, String expected, String has) {
    this.provider = provider;
    this.expected = expected;
    this.has = has;
  }

  /** Whether it is an AWS account's own. */
  static boolean isOfAccount(String issuer) {
    return OF_ACCOUNT.matcher(issuer).matches();
  }

  /** How AWS is asked for another token of an account's issuer; of others nothing is known. */
  static Fix ask(String text, @Nullable String issuer, String audience, String algorithm) {
    Fix fix = Fix.of(text);
    return issuer != null && isOfAccount(issuer)
        ? fix.withAws(
            Commands.of(
                "aws sts get-web-identity-token",
                "--audience",
                audience,
                "--signing-algorithm",
                algorithm))
        : fix;
  }

  static Match match(Jwt jwt, String expected) {
    return jwt.text("iss")
        .map(iss -> iss.equals(expected) ? Match.MATCH : Match.MISMATCH)
        .orElse(Match.ABSENT);
  }

  static Judged of(Jwt jwt, PoolProvider provider, String expected) {
    return match(jwt, expected) == Match.MATCH
        ? Judged.passed()
        : Judged.refused(
            new IssuerCheck(provider, expected, jwt.text("iss").orElse(""))
                .findings()
                .toArray(Finding[]::new));
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (API_ENDPOINT.matcher(expected).matches()) {
      findings.add(
          Finding.error(
                  "fossil.sts-amazonaws-issuer",
                  "The provider's issuer is an endpoint of AWS's API, which issues no tokens")
              .because(
                  "Its issuer is %s.".formatted(expected),
                  "Each AWS account has an issuer of its own.")
              .fix(ask(), set())
              .source(
                  "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html"));
    }
    findings.add(
        Finding.error(
                "google.issuer-mismatch",
                has.isEmpty()
                    ? "The token names no issuer"
                    : "The token's issuer is not the provider's: %s".formatted(difference()))
            .because(
                "The token has %s, the provider %s."
                    .formatted(has.isEmpty() ? "no `iss`" : has, expected))
            .fix(ask(), set())
            .source(Pages.TOKEN));
    return findings;
  }

  private String difference() {
    if (bare(has).equals(bare(expected))) {
      return "they differ in the slash at the end";
    }
    if (afterScheme(has).equals(afterScheme(expected))) {
      return "they differ in the scheme";
    }
    if (has.toLowerCase(Locale.ROOT).equals(expected.toLowerCase(Locale.ROOT))) {
      return "they differ in case";
    }
    if (isOfAccount(has) && isOfAccount(expected)) {
      return "it is of another AWS account";
    }
    boolean pathOnly = host(has).equals(host(expected));
    return pathOnly ? "they differ in the path" : "it is another host";
  }

  private static String bare(String issuer) {
    return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
  }

  private static String afterScheme(String issuer) {
    return bare(issuer.replaceFirst("^[a-z]+://", ""));
  }

  private static String host(String issuer) {
    return afterScheme(issuer).replaceFirst("/.*", "");
  }

  private Fix ask() {
    return isOfAccount(has)
        ? Fix.of("Ask AWS for the account's own issuer and compare.")
            .withAws("aws iam get-outbound-web-identity-federation-info")
        : Fix.of("Compare them byte for byte, the slash at the end included.");
  }

  /** Another issuer lets others in, and nobody else any longer. */
  private Fix set() {
    return has.startsWith("https://")
        ? new ProviderFixes(provider)
            .issuer("If the token's issuer is to be trusted, set it at the provider.", has)
        : new ProviderFixes(provider).look("See the provider's issuer.");
  }
}
