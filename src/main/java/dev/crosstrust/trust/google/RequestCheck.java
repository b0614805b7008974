package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.SignedRequest;
import dev.crosstrust.token.Token;

/** The exchange's request: whom it asks for, whether that one is there, and takes such a token. */
final class RequestCheck {
  private RequestCheck() {}

  /** The request's audience, which must be the provider's full resource name. */
  static Judged audience(PoolQuestion question) {
    Names names = question.names();
    String asked = question.audience() == null ? names.full() : question.audience();
    if (asked.equals(names.full())) {
      return Judged.passed();
    }
    return names
        .mistake("The requested audience", asked)
        .map(finding -> Judged.refused(finding))
        .orElseGet(() -> otherwise(names, asked));
  }

  private static Judged otherwise(Names names, String asked) {
    Fix fix = Fix.of("Ask for %s.".formatted(names.full()));
    if (Names.isResourceName(asked)) {
      return Judged.open(
          Finding.error("google.target-invalid", "The request asks for another provider")
              .because(
                  "It says %s; the provider at hand is %s.".formatted(asked, names.full()),
                  "If there is no such provider, Google refuses.")
              .fix(fix)
              .confidence(Confidence.LIKELY)
              .source(Pages.TOKEN));
    }
    return Judged.refused(
        Finding.error(
                "google.audience-not-resource-name",
                "The requested audience is not the full resource name of a provider")
            .because(
                "It is %s.".formatted(asked),
                "The name begins with //%s/, without https:, and ends with /providers/ and the provider."
                    .formatted(names.host()))
            .fix(fix)
            .source(Pages.TOKEN));
  }

  /** Whether the provider is there and open. */
  static Judged target(PoolProvider provider) {
    ProviderFixes fixes = new ProviderFixes(provider);
    if (provider.deleted()) {
      return closed("The provider is deleted", "Its state is DELETED.", fixes.undelete());
    }
    return provider.disabled()
        ? closed("The provider is disabled", "Its `disabled` is true.", fixes.enable())
        : Judged.passed();
  }

  private static Judged closed(String title, String because, Fix fix) {
    return Judged.refused(
        Finding.error("google.target-invalid", title)
            .because(because, "Tokens that were exchanged before stay in force.")
            .fix(fix)
            .source(Pages.PROVIDER));
  }

  /** Whether it is for this kind of token. */
  static Judged kind(Token token, PoolProvider provider) {
    return switch (token) {
      case Jwt _ when provider.issuer() != null -> Judged.passed();
      case SignedRequest _ when provider.awsAccount() != null -> Judged.passed();
      case Jwt _ ->
          unfit(
              provider,
              "a JWT",
              provider.awsAccount() == null
                  ? "Ask an OIDC provider of the pool, or make one."
                  : "Present a signed GetCallerIdentity request, or ask an OIDC provider of the"
                      + " pool.");
      case SignedRequest _ ->
          unfit(
              provider,
              "a signed GetCallerIdentity request",
              "Present a JWT of the issuer, or ask an AWS provider of the pool.");
    };
  }

  private static Judged unfit(PoolProvider provider, String token, String fix) {
    String kind =
        provider.awsAccount() != null
            ? "an AWS provider, for signed requests"
            : provider.issuer() != null ? "an OIDC provider, for JWTs" : "neither of AWS nor OIDC";
    return Judged.refused(
        Finding.error("google.request-malformed", "The provider does not take this kind of token")
            .because("It is %s; this is %s.".formatted(kind, token))
            .fix(Fix.of(fix))
            .source(Pages.TOKEN));
  }
}
