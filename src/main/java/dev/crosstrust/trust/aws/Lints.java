package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.Comparison;
import dev.crosstrust.trust.aws.policy.Condition;
import dev.crosstrust.trust.aws.policy.Operator.Quantifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is dangerous in a statement that lets the token in. */
final class Lints {
  private final Evaluated evaluated;
  private final Issuer issuer;
  private final Judged judged;

  /** Whether a statement keeps somebody else out, with a token of the same issuer. */
  private final Ternary othersDenied;

  /** Whether a statement keeps a token out that was made for another service. */
  private final Ternary audiencesDenied;

  private Lints(Evaluated evaluated, Judged judged, Ternary othersDenied, Ternary audiencesDenied) {
    this.evaluated = evaluated;
    this.issuer = evaluated.issuer();
    this.judged = judged;
    this.othersDenied = othersDenied;
    this.audiencesDenied = audiencesDenied;
  }

  static List<Finding> of(Evaluated evaluated) {
    Ternary others = Stranger.other(evaluated).denied();
    Ternary audiences = Stranger.elsewhere(evaluated).denied();
    return evaluated
        .evaluation()
        .with(true)
        .filter(it -> it.principal() != Ternary.NO)
        .map(it -> new Lints(evaluated, it, others, audiences))
        .flatMap(
            it ->
                it.judged.applies() == Ternary.NO ? it.idle() : Stream.concat(it.all(), it.idle()))
        .toList();
  }

  /** Conditions that hold for want of a key that there never is. */
  private Stream<Finding> idle() {
    return judged.statement().conditions().stream()
        .filter(it -> UnknownKeys.isUnknown(issuer, it.key()))
        .filter(it -> it.operator().quantifier() == Quantifier.ONE)
        .filter(it -> it.operator().comparison() != Comparison.NULL)
        .filter(it -> it.operator().ifExists() || it.operator().negated())
        .map(this::idle);
  }

  private Finding idle(Condition condition) {
    return Finding.warning(
            "aws.trust-key-unknown",
            "The condition on %s keeps nobody out".formatted(condition.key()))
        .because(
            "%s asks for %s under %s, which holds where the key is not there."
                .formatted(judged.shown(), condition.key(), condition.written()),
            "AWS has no such key: Google's are aud, oaud, sub and google/organization_number.")
        .fix(
            Fix.of("Drop it, and pin %s instead.".formatted(issuer.key("sub")))
                .with(Effect.NARROWS))
        .source(Sources.KEYS);
  }

  private Stream<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    if (othersDenied != Ternary.YES) {
      new OpenSubject(evaluated, judged, othersDenied).found().ifPresent(findings::add);
    }
    if (issuer.isBuiltIn() && !judged.pins(issuer.key("oaud")) && audiencesDenied != Ternary.YES) {
      findings.add(noAudience());
    }
    judged.statement().conditions().stream()
        .filter(it -> it.operator().quantifier() == Quantifier.ALL && issuer.owns(it.key()))
        .filter(it -> !guarded(it.key()))
        .map(this::forAll)
        .forEach(findings::add);
    judged.statement().conditions().stream()
        .filter(it -> issuer.owns(it.key()))
        .filter(it -> it.literals().stream().anyMatch(JsonNode::isNumber))
        .map(this::number)
        .forEach(findings::add);
    if (!SecureByDefault.stores(judged.statement(), issuer)) {
      findings.add(notStorable());
    }
    return findings.stream();
  }

  /** Whether another condition wants the key to be there. */
  private boolean guarded(String key) {
    return judged
        .on(key)
        .anyMatch(
            it ->
                it.pins()
                    || (it.operator().comparison() == Comparison.NULL
                        && it.wants().stream().allMatch("false"::equalsIgnoreCase)));
  }

  private Finding noAudience() {
    return Finding.warning(
            "aws.trust-no-audience", "A token that was made for another service is let in, too")
        .because(
            "%s asks for no %s, which reads the token's aud."
                .formatted(judged.shown(), issuer.key("oaud")),
            "Whoever is sent such a token can pass it on to AWS.")
        .fix(
            Fix.of("Ask for the audience of your own under %s.".formatted(issuer.key("oaud")))
                .with(Effect.NARROWS))
        .source(Sources.KEYS);
  }

  private Finding forAll(Condition condition) {
    return Finding.warning(
            "aws.trust-forallvalues-open",
            "ForAllValues holds, too, where the token does not have the claim")
        .because(
            "%s asks for %s under %s."
                .formatted(judged.shown(), condition.key(), condition.written()))
        .fix(
            Fix.of(
                    "Use %s: the key has one value."
                        .formatted(condition.written().replaceFirst("(?i)^ForAllValues:", "")))
                .with(Effect.NARROWS))
        .source(Sources.SETS);
  }

  private Finding number(Condition condition) {
    return Finding.warning(
            "aws.trust-number-mangled", "The policy has an id as a number, not a text")
        .because(
            "%s wants %s to be %s, without quotes."
                .formatted(judged.shown(), condition.key(), String.join(", ", condition.wants())),
            "What next writes this JSON or YAML may round it: 21 digits are more than a number"
                + " keeps.")
        .fix(Fix.of("Put it in quotes.").with(Effect.SAME))
        .confidence(Confidence.POSSIBLE)
        .source(Sources.GRAMMAR);
  }

  private Finding notStorable() {
    String keys =
        issuer.isGoogle()
            ? "has no StringEquals on accounts.google.com:aud, :oaud or :sub, in small letters"
            : "asks for no %s or job_workflow_ref whose beginning is written out"
                .formatted(issuer.key("sub"));
    return Finding.warning("aws.policy-malformed", "IAM would not store this policy again as it is")
        .because(
            "%s %s.".formatted(judged.shown(), keys),
            "Older policies stay in force; a change of one is answered with"
                + " `MalformedPolicyDocument`.")
        .fix(
            Fix.of(
                    issuer.isGoogle()
                        ? "Pin accounts.google.com:sub and accounts.google.com:oaud under"
                            + " StringEquals."
                        : "Pin %s, under StringEquals or StringLike.".formatted(issuer.key("sub")))
                .with(Effect.NARROWS))
        .source(Sources.SECURE);
  }
}
