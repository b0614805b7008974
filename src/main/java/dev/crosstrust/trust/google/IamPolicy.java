package dev.crosstrust.trust.google;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An allow policy: who is granted what on one resource. */
public record IamPolicy(List<Binding> bindings) {
  public IamPolicy {
    bindings = List.copyOf(bindings);
  }

  /**
   * One grant.
   *
   * @param role for example {@code roles/storage.objectAdmin}
   * @param condition CEL; null for none
   */
  public record Binding(String role, List<String> members, @Nullable String condition) {
    public Binding {
      members = List.copyOf(members);
    }
  }
}
