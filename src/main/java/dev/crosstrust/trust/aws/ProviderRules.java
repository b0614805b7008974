package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.trust.Match;
import dev.crosstrust.trust.Ternary;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the role's account takes tokens of this issuer, for this client.
 *
 * @param takes whether it does
 * @param shown the registration that applies
 */
record ProviderRules(Ternary takes, TrustReport.Provider shown, List<Finding> findings) {
  /** An API endpoint of Google, which tutorials take for an issuer. */
  private static final String FOSSIL = "sts.googleapis.com";

  ProviderRules {
    findings = List.copyOf(findings);
  }

  static ProviderRules of(TrustQuestion question, Issuer issuer) {
    ProviderRules rules = decided(question, issuer);
    List<OidcProvider> all = question.providers() == null ? List.of() : question.providers();
    List<Finding> findings = new ArrayList<>(rules.findings());
    all.stream()
        .filter(it -> Issuer.bare(it.url()).equals(FOSSIL) && !issuer.url().equals(FOSSIL))
        .findFirst()
        .ifPresent(
            it ->
                findings.add(
                    ProviderFindings.fossil(
                        "The account has one, %s."
                            .formatted(it.arn().isEmpty() ? it.url() : it.arn()))));
    return new ProviderRules(rules.takes(), rules.shown(), findings);
  }

  private static ProviderRules decided(TrustQuestion question, Issuer issuer) {
    OidcProvider registered = issuer.registered();
    if (registered != null) {
      return ofRegistered(question, issuer, registered);
    }
    if (issuer.url().isEmpty()) {
      return new ProviderRules(
          Ternary.NO,
          new TrustReport.Provider("none", Match.ABSENT, "The token names no issuer."),
          List.of());
    }
    if (issuer.isGoogle()) {
      String because =
          question.providers() == null
              ? "The account's IAM OIDC providers were not given: the built-in one is taken."
              : "It is built in, and no provider of the account takes its place.";
      return new ProviderRules(
          Ternary.YES, new TrustReport.Provider(Issuer.GOOGLE, Match.MATCH, because), List.of());
    }
    if (question.providers() == null) {
      String because =
          "The account's IAM OIDC providers were not given, so nobody knows whether this issuer is"
              + " among them.";
      return new ProviderRules(
          Ternary.UNDECIDED,
          new TrustReport.Provider(issuer.name(), Match.UNKNOWN, because),
          List.of(ProviderFindings.notGiven(because)));
    }
    String client = client(question);
    return missing(issuer, question.providers(), client.isEmpty() ? "CLIENT_ID" : client);
  }

  private static ProviderRules ofRegistered(
      TrustQuestion question, Issuer issuer, OidcProvider provider) {
    String client = client(question);
    boolean takes = provider.clientIds().contains(client);
    String because =
        "%s %s %s among its client ids."
            .formatted(
                ProviderFindings.named(provider),
                takes ? "has" : "does not have",
                ProviderFindings.shown(client));
    TrustReport.Provider shown =
        new TrustReport.Provider(issuer.name(), takes ? Match.MATCH : Match.MISMATCH, because);
    List<Finding> findings = new ArrayList<>();
    if (issuer.isGoogle()) {
      findings.add(ProviderFindings.shadow(issuer, provider, client, takes));
    } else if (!takes) {
      findings.add(
          Finding.error(
                  "aws.provider-audience-missing",
                  "The account's provider does not take tokens for this client")
              .because(
                  because,
                  "Its client ids are %s.".formatted(String.join(", ", provider.clientIds())),
                  "STS looks for the token's azp, and for its aud where there is no azp.")
              .fix(ProviderFindings.addClient(issuer, client))
              .source(Sources.PROVIDERS));
    }
    boolean url = issuer.isGoogle() || Issuer.isUrl(question.token());
    if (!url) {
      findings.add(ProviderFindings.withoutScheme(issuer, provider));
    }
    // Some say that Google's tokens are refused then in any case, others that they are not.
    Ternary open = issuer.isGoogle() || !url ? Ternary.UNDECIDED : Ternary.YES;
    return new ProviderRules(takes ? open : Ternary.NO, shown, findings);
  }

  private static ProviderRules missing(Issuer issuer, List<OidcProvider> providers, String client) {
    OidcProvider near =
        providers.stream()
            .filter(
                it ->
                    Issuer.plain(it.url()).equals(Issuer.plain(issuer.url())) || nested(it, issuer))
            .findFirst()
            .orElse(null);
    String because =
        near == null
            ? "None of the account's %d providers is for https://%s."
                .formatted(providers.size(), issuer.url())
            : "The token's issuer is https://%s, the provider's URL is https://%s."
                .formatted(issuer.url(), Issuer.bare(near.url()));
    Finding finding =
        near == null
            ? Finding.error(
                "aws.provider-missing", "The account has no provider for the token's issuer")
            : Finding.error(
                "aws.provider-url-mismatch",
                "The account's provider has another URL than the token's issuer");
    return new ProviderRules(
        Ternary.NO,
        new TrustReport.Provider(issuer.name(), Match.ABSENT, because),
        List.of(
            finding
                .because(because, "STS compares them to the letter: host, path, slash at the end.")
                .fix(ProviderFindings.create(issuer, client))
                .source(Sources.PROVIDERS)));
  }

  private static boolean nested(OidcProvider provider, Issuer issuer) {
    String one = Issuer.plain(provider.url());
    String other = Issuer.plain(issuer.url());
    return one.startsWith(other + "/") || other.startsWith(one + "/");
  }

  /** What the client-id list is asked for. */
  private static String client(TrustQuestion question) {
    if (!(question.token() instanceof Jwt jwt)) {
      return "";
    }
    String azp = jwt.claims().path("azp").stringValue("");
    return azp.isEmpty() ? String.join(" ", jwt.audiences()) : azp;
  }
}
