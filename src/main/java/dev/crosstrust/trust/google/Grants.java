package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.google.cel.Reasons;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which bindings of a policy name somebody of a pool, and why others do not. */
final class Grants {
  private static final Fix SUBJECT_FIRST =
      Fix.of("Find out the subject first, then grant the role to that principal alone.");

  private final List<String> principals;
  private final Misses misses;
  private final Instant at;
  private final List<PoolReport.BindingCheck> checks = new ArrayList<>();
  private final List<Near> near = new ArrayList<>();
  private final List<Finding> unmet = new ArrayList<>();

  /** A member that misses though it seems meant. */
  private record Near(IamPolicy.Binding binding, String member, Misses.Miss miss) {
    String text() {
      return Grants.text(binding, member);
    }

    boolean isLike(Near nearest) {
      return miss.id().equals(nearest.miss.id())
          && (member.equals(nearest.member) || miss.isNear());
    }
  }

  private Grants(List<String> principals, Misses misses, Instant at) {
    this.principals = principals;
    this.misses = misses;
    this.at = at.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Looks at all bindings.
   *
   * @param principals as policies may name the bearer
   * @param at when the bearer would make use of them
   */
  static Grants of(IamPolicy policy, List<String> principals, Misses misses, Instant at) {
    Grants grants = new Grants(principals, misses, at);
    policy
        .bindings()
        .forEach(binding -> binding.members().forEach(member -> grants.look(binding, member)));
    return grants;
  }

  private void look(IamPolicy.Binding binding, String member) {
    if (member.equals("allUsers") || principals.contains(member)) {
      named(binding, member);
      return;
    }
    Optional<Misses.Miss> miss = misses.of(member);
    miss.ifPresent(why -> near.add(new Near(binding, member, why)));
    checks.add(check(binding, member, false, null, miss.map(Misses.Miss::because).orElse(null)));
  }

  /** The bearer is granted the role, unless its condition keeps it. */
  private void named(IamPolicy.Binding binding, String member) {
    String expression = binding.expression();
    if (expression == null) {
      checks.add(check(binding, member, true, null, null));
      return;
    }
    PoolReport.Condition condition =
        new GrantCondition(expression, Requested.within(binding.resource()), at).judged();
    boolean unmade = Boolean.FALSE.equals(condition.result());
    String because =
        unmade
            ? "It names the principal, and its condition is false."
            : condition.result() == null
                ? "It holds only where its condition does: %s".formatted(expression)
                : null;
    checks.add(check(binding, member, !unmade, condition, because));
    if (unmade) {
      unmet.add(unmet(binding, member, condition));
    }
  }

  private static PoolReport.BindingCheck check(
      IamPolicy.Binding binding,
      String member,
      boolean matches,
      PoolReport.@Nullable Condition condition,
      @Nullable String because) {
    return new PoolReport.BindingCheck(
        binding.role(), member, on(binding), matches, condition, because);
  }

  private Finding unmet(IamPolicy.Binding binding, String member, PoolReport.Condition condition) {
    return Finding.error(
            "google.binding-condition-refused",
            "A grant names this principal, and its condition is false")
        .because(
            Stream.concat(
                    Stream.of(text(binding, member), "This is judged at %s.".formatted(at)),
                    condition.because().stream().map(Reasons::sentence))
                .toArray(String[]::new))
        .fix(
            Fix.of(
                "If the principal is to have the role now, grant it under a condition that holds"
                    + " now."))
        .source(Pages.GRANT_CONDITION);
  }

  private static String text(IamPolicy.Binding binding, String member) {
    String where = binding.resource() == null ? "" : " on " + binding.resource();
    String condition = binding.expression();
    return "%s%s is granted to %s%s."
        .formatted(binding.role(), where, member, condition == null ? "" : ", where " + condition);
  }

  private static @Nullable String on(IamPolicy.Binding binding) {
    return binding.resource() == null ? null : binding.resource().toString();
  }

  List<PoolReport.BindingCheck> checks() {
    return checks;
  }

  /** What keeps every binding from hitting; none where one hits. */
  List<Finding> findings() {
    if (checks.stream().anyMatch(PoolReport.BindingCheck::matches)) {
      return List.of();
    }
    if (!unmet.isEmpty()) {
      return unmet.stream().distinct().toList();
    }
    return near.stream()
        .min(Comparator.comparingInt(one -> one.miss().distance()))
        .map(nearest -> List.of(nearest(nearest)))
        .orElseGet(() -> List.of(nobody()));
  }

  private Finding nearest(Near nearest) {
    List<Near> alike = near.stream().filter(one -> one.isLike(nearest)).toList();
    Stream<String> grants =
        alike.stream().flatMap(one -> Stream.of(one.text(), one.miss().because()));
    Stream<String> wanted = alike.stream().map(one -> principal(meant(one.member())));
    return Finding.error(nearest.miss().id(), nearest.miss().title())
        .because(Stream.concat(grants, wanted).distinct().toArray(String[]::new))
        .fix(alike.stream().map(this::again).distinct().toArray(Fix[]::new))
        .source(Pages.PRINCIPALS);
  }

  private Finding nobody() {
    return Finding.error(
            "google.principal-not-bound", "No binding of the policy names this principal")
        .confidence(misses.known() ? Confidence.CERTAIN : Confidence.POSSIBLE)
        .because(principal(principals.getFirst()))
        .fix(grant("ROLE", principals.getFirst()))
        .source(Pages.PRINCIPALS);
  }

  /** Of the kind that a wrong member is, where there is one. */
  private String meant(String member) {
    int attribute = member.indexOf("/attribute.");
    String kind =
        attribute < 0 ? "" : member.substring(attribute).replaceFirst("(/[^/]+/).*", "$1");
    return principals.stream()
        .filter(principal -> !kind.isEmpty() && principal.contains(kind))
        .findFirst()
        .orElse(principals.getFirst());
  }

  private Fix again(Near one) {
    String wanted = meant(one.member());
    String instead = one.miss().isNear() ? one.member() : null;
    return unknown(wanted) ? SUBJECT_FIRST : new Regrant(one.binding(), wanted, instead).fix();
  }

  private Fix grant(String role, String member) {
    return unknown(member)
        ? SUBJECT_FIRST
        : new Regrant(new IamPolicy.Binding(role, List.of(), null), member, null).fix();
  }

  private String principal(String member) {
    return unknown(member)
        ? "Its google.subject is not known here."
        : "The principal is %s.".formatted(member);
  }

  /** All of the pool are meant by nobody who would grant to one of them. */
  private boolean unknown(String member) {
    return misses.noSubject() && member.endsWith("/*");
  }
}
