package dev.crosstrust.trust.google;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An allow policy, or several: who is granted what. */
public record IamPolicy(List<Binding> bindings) {
  public IamPolicy {
    bindings = List.copyOf(bindings);
  }

  /** The same, where it is known on what it stands. */
  public IamPolicy on(PolicyResource resource) {
    return new IamPolicy(bindings.stream().map(binding -> binding.on(resource)).toList());
  }

  /**
   * One grant.
   *
   * @param role for example {@code roles/storage.objectAdmin}
   * @param condition null for none
   * @param resource on which it stands; null where that is not known
   */
  public record Binding(
      String role,
      List<String> members,
      @Nullable Condition condition,
      @Nullable PolicyResource resource) {
    public Binding {
      members = List.copyOf(members);
    }

    public Binding(String role, List<String> members, @Nullable Condition condition) {
      this(role, members, condition, null);
    }

    /** The condition in CEL; null for none. */
    public @Nullable String expression() {
      return condition == null ? null : condition.expression();
    }

    Binding on(PolicyResource where) {
      return new Binding(role, members, condition, where);
    }
  }

  /**
   * Where a grant holds. Two that differ in any of these are two conditions.
   *
   * @param expression CEL
   */
  public record Condition(String expression, @Nullable String title, @Nullable String description) {
    public static Condition of(String expression) {
      return new Condition(expression, null, null);
    }
  }
}
