package dev.crosstrust.sandbox.google.account;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The allow policies of service accounts. Safe for many threads. */
public final class Grants {
  private final Map<String, List<Binding>> byAccount = new ConcurrentHashMap<>();

  /**
   * Adds a binding to a service account's policy. A role that does not exist is kept and gives
   * nothing.
   */
  public Grants grant(String serviceAccount, String role, String member) {
    policy(serviceAccount).add(new Binding(role, member));
    return this;
  }

  /** Takes a binding back; does nothing when it is not there. */
  public Grants revoke(String serviceAccount, String role, String member) {
    policy(serviceAccount).remove(new Binding(role, member));
    return this;
  }

  /** The policy of a service account, in the order of granting. */
  public List<Binding> of(String serviceAccount) {
    return List.copyOf(policy(serviceAccount));
  }

  /** Whether some binding on the account gives the permission to this principal. */
  public boolean allow(Principal who, String permission, ServiceAccount on) {
    return policy(on.email()).stream()
        .filter(binding -> who.isNamedBy(binding.member()))
        .anyMatch(binding -> Roles.permissions(binding.role()).contains(permission));
  }

  private List<Binding> policy(String serviceAccount) {
    return byAccount.computeIfAbsent(serviceAccount, _ -> new CopyOnWriteArrayList<>());
  }
}
