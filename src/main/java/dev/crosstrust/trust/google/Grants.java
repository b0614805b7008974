package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
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
  private final List<PoolReport.BindingCheck> checks = new ArrayList<>();
  private final List<Near> near = new ArrayList<>();

  /** A member that misses though it seems meant. */
  private record Near(IamPolicy.Binding binding, String member, Misses.Miss miss) {
    String text() {
      String where = binding.resource() == null ? "" : " on " + binding.resource();
      String condition = binding.expression();
      return "%s%s is granted to %s%s."
          .formatted(
              binding.role(), where, member, condition == null ? "" : ", where " + condition);
    }

    /** Whether it is so far off that another may be meant by it. */
    boolean isPerhapsAnothers() {
      return miss.distance() > 3;
    }

    boolean isLike(Near nearest) {
      return miss.id().equals(nearest.miss.id())
          && (member.equals(nearest.member) || !isPerhapsAnothers());
    }
  }

  private Grants(List<String> principals, Misses misses) {
    this.principals = principals;
    this.misses = misses;
  }

  /**
   * Looks at all bindings.
   *
   * @param principals as policies may name the bearer
   */
  static Grants of(IamPolicy policy, List<String> principals, Misses misses) {
    Grants grants = new Grants(principals, misses);
    policy
        .bindings()
        .forEach(binding -> binding.members().forEach(member -> grants.look(binding, member)));
    return grants;
  }

  private void look(IamPolicy.Binding binding, String member) {
    boolean hits = member.equals("allUsers") || principals.contains(member);
    Optional<Misses.Miss> miss = hits ? Optional.empty() : misses.of(member);
    miss.ifPresent(why -> near.add(new Near(binding, member, why)));
    String because =
        hits ? under(binding.expression()) : miss.map(Misses.Miss::because).orElse(null);
    checks.add(new PoolReport.BindingCheck(binding.role(), member, on(binding), hits, because));
  }

  private static @Nullable String on(IamPolicy.Binding binding) {
    return binding.resource() == null ? null : binding.resource().toString();
  }

  private static @Nullable String under(@Nullable String condition) {
    return condition == null ? null : "It holds only where its condition does: " + condition;
  }

  List<PoolReport.BindingCheck> checks() {
    return checks;
  }

  /** What keeps every binding from hitting; none where one hits. */
  List<Finding> findings() {
    if (checks.stream().anyMatch(PoolReport.BindingCheck::matches)) {
      return List.of();
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
    String instead = one.isPerhapsAnothers() ? null : one.member();
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
