package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.token.Jwt;
import java.util.ArrayList;
import java.util.List;

/** The keys that an issuer publishes cannot be had from here; Google may have more luck. */
record UnreachableKeys(Jwt jwt, PoolProvider provider) {

  /**
   * What to do about it.
   *
   * @param tried what was asked for and what came of it, a sentence
   */
  Finding finding(String tried) {
    List<Fix> fixes = new ArrayList<>();
    boolean ofAws = jwt.text("iss").filter(IssuerCheck::isOfAccount).isPresent();
    if (ofAws) {
      fixes.add(
          Fix.of("See that the AWS account still issues tokens, and under this very URL.")
              .withAws("aws iam get-outbound-web-identity-federation-info"));
      fixes.add(
          Fix.of(
              "If it does, look at the network here and at https://health.aws.amazon.com, for who"
                  + " answers there is AWS itself; then run again."));
    } else {
      fixes.add(
          Fix.of(
              "Have the issuer answer there, over https with a publicly trusted certificate and"
                  + " without a redirect; then run again."));
    }
    fixes.add(
        new ProviderFixes(provider)
            .keys(
                (ofAws ? "Until it answers" : "If it cannot")
                    + ", upload its keys: RSA and P-256 alone, and anew whenever they change.",
                "KEYS.json"));
    return Finding.warning(
            "google.issuer-unreachable",
            "The keys of the token's issuer could not be had from here")
        .because(tried)
        .fix(fixes.toArray(Fix[]::new))
        .confidence(Confidence.POSSIBLE)
        .source(Pages.KEYS);
  }
}
