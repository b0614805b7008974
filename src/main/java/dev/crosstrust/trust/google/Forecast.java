package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.google.cel.Variables;
import java.util.List;
import java.util.Optional;

/**
 * What a provider makes of what AWS will present, and whether its condition lets it in, as far as
 * that can be told before there is a token.
 */
public final class Forecast {
  private final Names names;
  private final Variables assertion;
  private final Mapped mapped;
  private final ConditionCheck condition;

  private Forecast(Names names, Variables assertion, Mapped mapped, ConditionCheck condition) {
    this.names = names;
    this.assertion = assertion;
    this.mapped = mapped;
    this.condition = condition;
  }

  /**
   * Evaluates the provider's expressions.
   *
   * @param universe of Google Cloud that the provider is in, a domain
   */
  public static Forecast of(PoolProvider provider, Awaited awaited, String universe) {
    Variables assertion = awaited.assertion();
    Mapped mapped = Mapping.of(provider).of(assertion);
    return new Forecast(
        new Names(provider, universe),
        assertion,
        mapped,
        ConditionCheck.of(
            ReadCondition.of(provider.condition()),
            mapped,
            assertion,
            ConditionFixes.of(provider, awaited, mapped)::admitting));
  }

  /** The expression that makes {@code google.subject}; empty when nothing does. */
  public Optional<String> expression() {
    return Optional.ofNullable(MappingRules.inForce(names.provider()).get(MappingRules.SUBJECT));
  }

  /** The {@code google.subject}; empty where there is none, or where it is open. */
  public Optional<String> subject() {
    return mapped.subject();
  }

  /** How the provider comes to make a {@code google.subject} that Google takes, the best first. */
  public List<Fix> naming() {
    return expression().isEmpty()
        ? List.of(MappingRules.naming(names.provider()))
        : fixes(new SubjectCheck(names, mapped, shorter()).judged());
  }

  private Optional<ShorterSubject> shorter() {
    return mapped.shorter(names.provider(), assertion);
  }

  private static List<Fix> fixes(Judged judged) {
    return judged.findings().stream().limit(1).flatMap(it -> it.fix().stream()).toList();
  }

  /** What grants are to name: the {@code google.subject} or, of one that is too long, a part. */
  public Optional<String> grantee() {
    return granted().name();
  }

  /** The same with a part of a subject that is too long. */
  private Mapped granted() {
    return shorter().map(mapped::with).orElse(mapped);
  }

  /** Whether the {@code google.subject} depends on what is not known yet. */
  public boolean isSubjectOpen() {
    return mapped.open().contains(MappingRules.SUBJECT);
  }

  /**
   * Whether a set of the pool holds it.
   *
   * @param set as principals have it after the pool: {@code attribute.NAME/VALUE}, {@code
   *     group/VALUE}
   */
  public Ternary isIn(String set) {
    String kind = set.replaceFirst("/.*", "");
    String key = kind.equals("group") ? MappingRules.GROUPS : kind;
    String value = set.substring(Math.min(set.length(), kind.length() + 1));
    Object has = mapped.attributes().get(key);
    if (has == null) {
      return mapped.open().contains(key) ? Ternary.UNDECIDED : Ternary.NO;
    }
    return Ternary.of(has instanceof List<?> all ? all.contains(value) : has.equals(value));
  }

  /** Why a member of a policy that seems meant for it is another; empty for others' members. */
  public Optional<String> mistaken(String member) {
    return ProviderName.of(names.provider().name())
        .flatMap(name -> new Misses(name, names, granted()).of(member))
        .filter(Misses.Miss::isNear)
        .map(miss -> "%s. %s".formatted(miss.title(), miss.because()));
  }

  /** Whether the condition lets it in; a provider without one does. */
  public Ternary condition() {
    return condition.judged().passes();
  }

  /** How the condition comes to let it in, where it does not; the best first. */
  public List<Fix> admitting() {
    return fixes(condition.judged());
  }

  /** Whether the condition is one that Google can evaluate, as far as that is known. */
  public boolean isConditionValid() {
    return condition.expression() != null || condition.judged().passes() != Ternary.NO;
  }

  /** What keeps the condition from being true. */
  public List<String> because() {
    return condition.report().because();
  }
}
