package dev.crosstrust.sandbox.google.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of an allow policy.
 *
 * @param role for example {@code roles/iam.serviceAccountTokenCreator}; one that does not exist is
 *     kept and gives nothing
 * @param members for example {@code serviceAccount:ci@p.iam.gserviceaccount.com}
 * @param condition null when it always holds
 */
public record Binding(String role, List<String> members, @Nullable Condition condition) {
  public Binding {
    members = List.copyOf(members);
  }

  /** One member, always. */
  public static Binding of(String role, String member) {
    return new Binding(role, List.of(member), null);
  }

  /** One member, as long as the condition holds. */
  public static Binding of(String role, String member, Condition condition) {
    return new Binding(role, List.of(member), condition);
  }
}
