package dev.crosstrust.setup.google;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.google.GrantCondition;
import dev.crosstrust.trust.google.IamPolicy;
import dev.crosstrust.trust.google.IamPolicy.Binding;
import dev.crosstrust.trust.google.PredefinedRoles;
import dev.crosstrust.trust.google.Requested;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether some policy gives somebody a permission on a resource.
 *
 * @param who the grantee
 * @param permission for example {@code storage.objects.create}
 * @param requested what it is asked for
 */
record Grants(Grantee who, String permission, Requested requested) {
  private static final String PROJECT = "project ";

  /** Members that stand for everybody with a basic role on the project. */
  private static final Map<String, String> BASIC =
      Map.of(
          "projectOwner", "roles/owner",
          "projectEditor", "roles/editor",
          "projectViewer", "roles/viewer");

  /** Where the policy of a project is, by its id or number. */
  static String project(String id) {
    return PROJECT + id;
  }

  /**
   * The item, by the policies of the resource and of what is above it.
   *
   * @param policies by where they are: {@code the bucket}, {@code project P}
   */
  SetupItem judge(Need need, Map<String, Outcome<IamPolicy>> policies) {
    Map<String, IamPolicy> read = new LinkedHashMap<>();
    List<String> unread = new ArrayList<>();
    policies.forEach(
        (where, asked) -> {
          if (asked instanceof Done<IamPolicy>(IamPolicy policy)) {
            read.put(where, policy);
          } else {
            unread.add(asked.why());
          }
        });
    Optional<String> granted = found(read, Ternary.YES);
    if (granted.isPresent()) {
      return need.present(granted.get());
    }
    Optional<String> open = found(read, Ternary.UNDECIDED);
    if (open.isPresent()) {
      return need.unknown(open.get() + "; whether that gives it cannot be decided here");
    }
    return unread.isEmpty() ? need.missing(lacking(read)) : need.unknown(unread.getFirst());
  }

  private Optional<String> found(Map<String, IamPolicy> policies, Ternary wanted) {
    return policies.entrySet().stream()
        .flatMap(
            policy ->
                policy.getValue().bindings().stream()
                    .filter(binding -> gives(binding, policies) == wanted)
                    .map(binding -> said(binding, policy.getKey(), policies)))
        .findFirst();
  }

  private String said(Binding binding, String where, Map<String, IamPolicy> policies) {
    String member =
        binding.members().stream()
            .filter(it -> named(it, policies) != Ternary.NO)
            .findFirst()
            .orElse(who.member());
    String condition = binding.expression() == null ? "" : ", where " + binding.expression();
    return "%s on %s for %s%s".formatted(binding.role(), where, member, condition);
  }

  private Ternary gives(Binding binding, Map<String, IamPolicy> policies) {
    return Ternary.any(binding.members().stream().map(it -> named(it, policies)))
        .and(PredefinedRoles.give(binding.role(), permission))
        .and(holds(binding.expression()));
  }

  /** Who has a basic role stands in the policy of the project. */
  private Ternary named(String member, Map<String, IamPolicy> policies) {
    String role = BASIC.get(member.replaceFirst(":.*", ""));
    if (role == null) {
      return who.isNamedBy(member);
    }
    return policies.entrySet().stream()
        .filter(policy -> policy.getKey().startsWith(PROJECT))
        .findFirst()
        .map(
            policy ->
                Ternary.any(
                    policy.getValue().bindings().stream()
                        .filter(binding -> binding.role().equals(role))
                        .flatMap(binding -> binding.members().stream())
                        .map(who::isNamedBy)))
        .orElse(Ternary.UNDECIDED);
  }

  /** Whether a condition holds; what is granted for some time only is not decided. */
  private Ternary holds(@Nullable String condition) {
    return condition == null ? Ternary.YES : new GrantCondition(condition, requested, null).holds();
  }

  private String lacking(Map<String, IamPolicy> policies) {
    Optional<String> mistaken =
        policies.values().stream()
            .flatMap(policy -> policy.bindings().stream())
            .filter(binding -> PredefinedRoles.give(binding.role(), permission) != Ternary.NO)
            .flatMap(binding -> binding.members().stream())
            .flatMap(
                member -> who.mistaken(member).map(why -> "%s: %s".formatted(member, why)).stream())
            .findFirst();
    return mistaken.orElseGet(
        () ->
            "No binding on %s gives it to %s; folders and the organisation are not read"
                .formatted(String.join(" or ", policies.keySet()), who.member()));
  }
}
