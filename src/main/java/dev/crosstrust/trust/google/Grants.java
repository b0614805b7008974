package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which bindings of a policy name somebody of a pool, and why others do not. */
final class Grants {
  private final List<String> principals;
  private final Misses misses;
  private final List<PoolReport.BindingCheck> checks = new ArrayList<>();
  private final List<Near> near = new ArrayList<>();

  /** A member that misses though it seems meant. */
  private record Near(String role, String member, Misses.Miss miss) {}

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
    miss.ifPresent(why -> near.add(new Near(binding.role(), member, why)));
    String because =
        hits ? under(binding.condition()) : miss.map(Misses.Miss::because).orElse(null);
    checks.add(new PoolReport.BindingCheck(binding.role(), member, hits, because));
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
    return Finding.error(nearest.miss().id(), nearest.miss().title())
        .because(
            "%s is granted to %s.".formatted(nearest.role(), nearest.member()),
            nearest.miss().because(),
            principal(meant(nearest.member())))
        .fix(grant(nearest.role(), meant(nearest.member())))
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

  private String principal(String member) {
    return unknown(member)
        ? "Its google.subject is not known here."
        : "The principal is %s.".formatted(member);
  }

  /** All of the pool are meant by nobody who would grant to one of them. */
  private boolean unknown(String member) {
    return misses.noSubject() && member.endsWith("/*");
  }

  private Fix grant(String role, String member) {
    if (unknown(member)) {
      return Fix.of("Find out the subject first, then grant the role to that principal alone.");
    }
    String flags = Commands.of("", "--member=" + member, "--role=" + role);
    String command =
        role.startsWith("roles/iam.")
            ? "gcloud iam service-accounts add-iam-policy-binding SERVICE_ACCOUNT"
            : role.startsWith("roles/storage.")
                ? "gcloud storage buckets add-iam-policy-binding gs://BUCKET"
                : "gcloud projects add-iam-policy-binding PROJECT";
    return Fix.of("Grant the role to the principal as it is.")
        .withGcloud(command + flags)
        .withTerraform("member = " + Commands.text(member))
        .with(Fix.Effect.WIDENS);
  }
}
