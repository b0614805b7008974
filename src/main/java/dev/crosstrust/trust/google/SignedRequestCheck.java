package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Severity;
import dev.crosstrust.token.Lifetime;
import dev.crosstrust.token.SignedRequest;
import dev.crosstrust.token.lens.TokenFindings;
import dev.crosstrust.trust.Ternary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A signed request, as far as it can be judged without the secret that signed it. */
final class SignedRequestCheck {
  /** How far the clocks of AWS and the signer may be apart for certain. */
  private static final Duration SURE = Duration.ofMinutes(5);

  private final PoolQuestion question;
  private final SignedRequest request;

  private SignedRequestCheck(PoolQuestion question, SignedRequest request) {
    this.question = question;
    this.request = request;
  }

  static Judged of(PoolQuestion question, SignedRequest request) {
    return new SignedRequestCheck(question, request).judged();
  }

  private Judged judged() {
    List<Finding> findings = new ArrayList<>();
    TokenFindings.of(request, question.signature(), question.at()).stream()
        .filter(finding -> finding.id().startsWith("aws4."))
        .forEach(findings::add);
    target().ifPresent(findings::add);
    age().ifPresent(findings::add);
    Ternary passes =
        findings.stream()
            .map(SignedRequestCheck::passes)
            .reduce(Ternary.YES, Ternary::and)
            .and(account(findings));
    return new Judged(passes, findings);
  }

  private static Ternary passes(Finding finding) {
    if (finding.severity() != Severity.ERROR) {
      return finding.id().equals("aws4.stale") ? Ternary.UNDECIDED : Ternary.YES;
    }
    return finding.confidence() == Confidence.CERTAIN ? Ternary.NO : Ternary.UNDECIDED;
  }

  private Optional<Finding> target() {
    List<String> names = question.names().ofToken();
    return request
        .headerNamed("x-goog-cloud-target-resource")
        .filter(
            target ->
                !names.contains(target) && Names.isResourceName(target.replaceFirst("^https:", "")))
        .map(
            target ->
                Finding.error("aws4.target-resource", "The request is for another provider")
                    .because(
                        "`x-goog-cloud-target-resource` is %s.".formatted(target),
                        "The provider is %s.".formatted(names.getFirst()))
                    .fix(Fix.of("Sign a request for this provider."))
                    .source(Pages.TOKEN));
  }

  private Optional<Finding> age() {
    Lifetime lifetime = Lifetime.of(request, question.at());
    Instant signed = lifetime.issuedAt();
    boolean unsure =
        signed != null
            && lifetime.state() == Lifetime.State.VALID
            && Duration.between(signed, question.at()).abs().compareTo(SURE) > 0;
    return unsure
        ? Optional.of(
            Finding.warning("aws4.stale", "The request was signed more than five minutes ago")
                .because(
                    "It was signed at %s; this is judged at %s.".formatted(signed, question.at()),
                    "AWS takes a signature for some minutes, and does not say for how many.")
                .fix(Fix.of("Sign right before the exchange."))
                .confidence(Confidence.POSSIBLE)
                .source(
                    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html"))
        : Optional.empty();
  }

  private Ternary account(List<Finding> findings) {
    String wanted = question.provider().awsAccount();
    @Nullable String account = AwsArn.account(question.caller());
    if (wanted == null || account == null) {
      return Ternary.UNDECIDED;
    }
    if (wanted.equals(account)) {
      return Ternary.YES;
    }
    findings.addFirst(
        Finding.error(
                "aws4.account-mismatch",
                "The provider trusts another AWS account than the signer's")
            .because(
                "The signer is %s.".formatted(question.caller()),
                "The provider's account is %s.".formatted(wanted))
            .fix(
                Fix.of("Sign with an identity of account %s.".formatted(wanted)),
                new ProviderFixes(question.provider())
                    .account("Or let the provider trust the signer's account.", account))
            .source(Pages.PROVIDER));
    return Ternary.NO;
  }
}
