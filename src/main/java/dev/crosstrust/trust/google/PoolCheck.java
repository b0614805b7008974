package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.SignedRequest;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.trust.Match;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.trust.google.PoolReport.Comparison;
import dev.crosstrust.trust.google.cel.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides what Google STS would answer to a token, and as whom it would take it. All steps are
 * judged, also those after one that refuses, in the order in which Google was seen to make them.
 */
public final class PoolCheck {
  private static final Comparison NOT_ASKED = new Comparison(List.of(), List.of(), Match.UNCHECKED);

  private final PoolQuestion question;
  private final PoolProvider provider;
  private final ReadProvider read;
  private final List<Judged> steps = new ArrayList<>();

  private PoolCheck(PoolQuestion question, ReadProvider read) {
    this.question = question;
    this.provider = question.provider();
    this.read = read;
  }

  /** Decides. */
  public static PoolReport of(PoolQuestion question) {
    return of(question, ReadProvider.of(question.provider()));
  }

  /** Decides, with the question's provider read already. */
  public static PoolReport of(PoolQuestion question, ReadProvider read) {
    if (!read.provider().equals(question.provider())) {
      throw new IllegalArgumentException("read was another provider than is asked about");
    }
    return new PoolCheck(question, read).report();
  }

  private PoolReport report() {
    SignatureCheck signature = KeyCheck.signature(question);
    steps.add(RequestCheck.audience(question));
    steps.add(RequestCheck.target(provider));
    Judged kind = RequestCheck.kind(question.token(), provider);
    steps.add(kind);
    if (kind.passes() == Ternary.NO) {
      return unmapped(signature);
    }
    Comparison audience = NOT_ASKED;
    Comparison issuer = NOT_ASKED;
    switch (question.token()) {
      case SignedRequest request -> steps.add(SignedRequestCheck.of(question, request));
      case Jwt jwt -> {
        issuer = issuer(jwt, String.valueOf(provider.issuer()));
        audience = audience(jwt);
        steps.add(TimeCheck.of(jwt, question.at()));
        steps.add(KeyCheck.of(jwt, provider, signature));
      }
    }
    Variables assertion = Presented.of(question.token(), question.caller());
    Mapped mapped = read.mapping().of(assertion);
    ConditionCheck condition =
        ConditionCheck.of(
            read.condition(),
            mapped,
            assertion,
            ConditionFixes.of(question, read.mapping(), mapped)::admitting);
    steps.add(mapped.judged());
    steps.add(condition.judged());
    Optional<ShorterSubject> shorter = mapped.shorter(provider, assertion);
    SubjectCheck subject = new SubjectCheck(question.names(), mapped, shorter);
    steps.add(subject.judged());
    if (question.token() instanceof Jwt jwt) {
      steps.add(subject.claimed(jwt));
    }
    Optional<Grants> grants = grants(shorter.map(mapped::with).orElse(mapped));
    Verdict verdict = verdict();
    return new PoolReport(
        verdict,
        audience,
        issuer,
        signature,
        mapped.attributes(),
        mapped.subjectBytes(),
        condition.report(),
        Principals.of(question.names(), mapped),
        grants.map(Grants::checks).orElse(null),
        findings(grants, ConditionLints.of(question, read.mapping(), mapped, condition, verdict)));
  }

  /** At a provider for other tokens nothing is made of this one. */
  private PoolReport unmapped(SignatureCheck signature) {
    return new PoolReport(
        verdict(),
        NOT_ASKED,
        NOT_ASKED,
        signature,
        Map.of(),
        null,
        new PoolReport.Condition(provider.condition(), null, List.of()),
        List.of(),
        null,
        findings(Optional.empty(), List.of()));
  }

  private Verdict verdict() {
    return Verdict.of(Ternary.all(steps.stream().map(Judged::passes)));
  }

  private Comparison issuer(Jwt jwt, String expected) {
    steps.add(IssuerCheck.of(jwt, provider, expected));
    return new Comparison(
        List.of(expected), jwt.text("iss").stream().toList(), IssuerCheck.match(jwt, expected));
  }

  private Comparison audience(Jwt jwt) {
    AudienceCheck check = new AudienceCheck(question.names(), jwt.audiences());
    steps.add(check.judged());
    return new Comparison(check.expected(), check.has(), check.match());
  }

  /**
   * What is granted.
   *
   * @param mapped where the provider's mapping makes too long a subject, what a shorter one makes
   */
  private Optional<Grants> grants(Mapped mapped) {
    IamPolicy policy = question.bindings();
    List<String> principals = Principals.of(question.names(), mapped);
    return policy == null
        ? Optional.empty()
        : ProviderName.of(provider.name())
            .map(
                name ->
                    Grants.of(
                        policy,
                        principals,
                        new Misses(name, question.names(), mapped),
                        question.at()));
  }

  /** What refuses before what may, then what nothing is granted for, then advice. */
  private List<Finding> findings(Optional<Grants> grants, List<Finding> lints) {
    return Stream.of(
            of(Ternary.NO),
            of(Ternary.UNDECIDED),
            grants.stream().flatMap(all -> all.findings().stream()),
            of(Ternary.YES),
            lints.stream())
        .flatMap(findings -> findings)
        .toList();
  }

  private Stream<Finding> of(Ternary answer) {
    return steps.stream()
        .filter(step -> step.passes() == answer)
        .flatMap(step -> step.findings().stream());
  }
}
