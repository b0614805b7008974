package dev.crosstrust.diagnosis;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.diagnosis.Evidence.Stop;
import dev.crosstrust.diagnosis.aws.AwsProfileRules;
import dev.crosstrust.diagnosis.aws.DenialRules;
import dev.crosstrust.diagnosis.aws.OutboundRules;
import dev.crosstrust.diagnosis.aws.S3Rules;
import dev.crosstrust.diagnosis.aws.StsRules;
import dev.crosstrust.diagnosis.clock.ClockRules;
import dev.crosstrust.diagnosis.clock.SkewMeter;
import dev.crosstrust.diagnosis.google.BigQueryRules;
import dev.crosstrust.diagnosis.google.ExchangeRules;
import dev.crosstrust.diagnosis.google.GcsRules;
import dev.crosstrust.diagnosis.google.GoogleIdentityRules;
import dev.crosstrust.diagnosis.google.GoogleProjectRules;
import dev.crosstrust.diagnosis.google.GoogleRules;
import dev.crosstrust.diagnosis.google.PoolSettingRules;
import dev.crosstrust.diagnosis.symptom.Rule;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.diagnosis.symptom.Symptoms;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says what is wrong: small tables, asked in order, the first that knows a symptom explains it.
 * What no table knows is said to be unknown and quoted.
 */
public final class Diagnosis {
  private static final List<List<Rule>> TABLES =
      List.of(
          TransportRules.TABLE,
          AwsProfileRules.TABLE,
          GoogleIdentityRules.TABLE,
          PoolSettingRules.TABLE,
          ExchangeRules.TABLE,
          ClockRules.TABLE,
          OutboundRules.TABLE,
          StsRules.TABLE,
          S3Rules.TABLE,
          DenialRules.TABLE,
          GoogleProjectRules.TABLE,
          GcsRules.TABLE,
          BigQueryRules.TABLE,
          GoogleRules.TABLE);

  /** What stands most in the way first; then the surest; then in the order of the road. */
  static final Comparator<Finding> RANK =
      Comparator.comparing((Finding finding) -> finding.severity())
          .thenComparing(finding -> finding.confidence());

  private Diagnosis() {}

  /** The findings that a run's evidence supports, the most likely first. */
  public static List<Finding> of(Evidence evidence) {
    return of(evidence, List.of());
  }

  /** The same, with causes that were known without evidence in their places among them. */
  public static List<Finding> of(Evidence evidence, List<Finding> known) {
    List<Told> told = told(evidence);
    Joined joined = Joined.of(told, evidence);
    List<Finding> findings = new ArrayList<>(known);
    findings.addAll(joined.others());
    Set<String> explained =
        told.stream().map(it -> it.leg().name()).collect(Collectors.toUnmodifiableSet());
    for (Stop stop : evidence.stops()) {
      if (!explained.contains(stop.leg())) {
        Stops.explain(stop).ifPresent(findings::add);
      }
    }
    evidence.legs().stream().flatMap(leg -> Surplus.in(leg).stream()).forEach(findings::add);
    findings.addAll(joined.remarks());
    return ranked(evidence, joined.causes(), findings);
  }

  private static List<Told> told(Evidence evidence) {
    List<Leg> legs = evidence.legs();
    String bearer =
        evidence.check() instanceof LocalCheck.OfPool check ? check.bearer().orElse(null) : null;
    return failures(legs).stream()
        .map(
            leg -> {
              Symptom symptom = Symptoms.of(leg, legs, bearer);
              return new Told(
                  leg, symptom, explain(symptom).orElseGet(() -> Unknown.meaning(symptom)));
            })
        .toList();
  }

  /** What one answer or error text means; empty when it is not known. */
  public static Optional<Finding> explain(Symptom symptom) {
    return meaning(symptom).map(symptom::proves);
  }

  /** The same, without the answer itself among its evidence. */
  static Optional<Finding> meaning(Symptom symptom) {
    return TABLES.stream()
        .flatMap(List::stream)
        .filter(rule -> rule.when().test(symptom))
        .findFirst()
        .map(rule -> rule.meaning().apply(symptom));
  }

  /**
   * A measured clock explains what else is said about time, so it stands before it; and what was
   * found to be the cause of an answer stands before what the answer says.
   */
  private static List<Finding> ranked(
      Evidence evidence, List<Finding> causes, List<Finding> findings) {
    List<Leg> answers = Stream.concat(evidence.legs().stream(), evidence.reads().stream()).toList();
    Optional<Finding> skew = SkewMeter.measure(answers, findings);
    boolean toBlame = skew.filter(it -> it.severity() == Severity.ERROR).isPresent();
    Stream<Finding> rest =
        Stream.concat(
                skew.stream(),
                findings.stream()
                    .filter(finding -> skew.isEmpty() || !finding.id().equals(SkewMeter.ID)))
            .sorted(RANK);
    return Stream.of(toBlame ? skew.stream() : Stream.<Finding>empty(), causes.stream(), rest)
        .flatMap(it -> it)
        .distinct()
        .toList();
  }

  private static List<Leg> failures(List<Leg> legs) {
    List<Leg> failures = new ArrayList<>();
    for (int i = 0; i < legs.size(); i++) {
      Leg leg = legs.get(i);
      boolean wanted = Boolean.TRUE.equals(leg.asExpected());
      boolean askedAgain = i + 1 < legs.size() && sameQuestion(leg, legs.get(i + 1));
      boolean ended = Symptom.CANCELLED.equals(leg.response().problem());
      if (!Symptoms.wentThrough(leg) && !wanted && !askedAgain && !ended) {
        failures.add(leg);
      }
    }
    return failures;
  }

  /** A client that was sent elsewhere asks there: what counts is the second answer. */
  private static boolean sameQuestion(Leg leg, Leg next) {
    return leg.name().equals(next.name()) && !leg.endpoint().equals(next.endpoint());
  }
}
