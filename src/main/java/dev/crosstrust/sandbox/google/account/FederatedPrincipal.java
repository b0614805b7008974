package dev.crosstrust.sandbox.google.account;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Somebody of another cloud, let in through a workload identity pool. Its values are those that the
 * provider has mapped; in members they stand raw, slashes and colons as they are, and only the same
 * case is the same. {@code allAuthenticatedUsers} does not mean it.
 *
 * @param pool {@code projects/NUMBER/locations/global/workloadIdentityPools/POOL}
 * @param subject the mapped {@code google.subject}
 * @param groups the mapped {@code google.groups}
 * @param attributes the mapped {@code attribute.NAME}, by name
 * @see <a href="https://cloud.google.com/iam/docs/principal-identifiers">Principal identifiers</a>
 */
public record FederatedPrincipal(
    String pool, String subject, List<String> groups, Map<String, String> attributes)
    implements Principal {
  private static final String HOST = "iam.googleapis.com/";

  public FederatedPrincipal {
    groups = List.copyOf(groups);
    attributes = Map.copyOf(attributes);
  }

  /** The member that means this subject alone. */
  public String member() {
    return "principal://" + HOST + pool + "/subject/" + subject;
  }

  @Override
  public Set<String> members() {
    String set = "principalSet://" + HOST + pool;
    Set<String> members = new LinkedHashSet<>();
    members.add(member());
    groups.forEach(group -> members.add(set + "/group/" + group));
    attributes.forEach((name, value) -> members.add(set + "/attribute." + name + "/" + value));
    members.add(set + "/*");
    members.add("allUsers");
    return members;
  }

  @Override
  public String called() {
    return "Caller";
  }
}
