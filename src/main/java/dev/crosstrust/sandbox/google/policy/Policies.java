package dev.crosstrust.sandbox.google.policy;

import dev.crosstrust.sandbox.google.account.Principal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The allow policies of everything, and what follows from them: a permission is given when some
 * binding on the resource or above it names the caller, has a role with the permission, and has no
 * condition or one that holds. Safe for many threads.
 *
 * @see <a href="https://cloud.google.com/iam/docs/allow-policies">Allow policies</a>
 */
public final class Policies {
  /** The members that mean everybody with a basic role on the project, by what precedes its id. */
  private static final Map<String, String> CONVENIENCE =
      Map.of(
          "projectOwner:", Roles.OWNER,
          "projectEditor:", Roles.EDITOR,
          "projectViewer:", Roles.VIEWER);

  private final InstantSource clock;
  private final Conditions conditions = new Conditions();
  private final Map<Resource, Policy> policies = new ConcurrentHashMap<>();

  public Policies(InstantSource clock) {
    this.clock = clock;
  }

  /** The policy of a resource itself, without those above it. */
  public Policy of(Resource resource) {
    return policies.getOrDefault(resource, Policy.EMPTY);
  }

  /** Adds a binding. */
  public Policies grant(Resource on, String role, String member) {
    return grant(on, Binding.of(role, member));
  }

  /** Adds a binding. */
  public Policies grant(Resource on, Binding binding) {
    policies.compute(on, (_, was) -> changed(was, bindings -> bindings.add(binding)));
    return this;
  }

  /** Takes a binding of one member back; does nothing when it is not there. */
  public Policies revoke(Resource on, String role, String member) {
    Binding binding = Binding.of(role, member);
    policies.compute(on, (_, was) -> changed(was, bindings -> bindings.remove(binding)));
    return this;
  }

  /** Forgets the policy of a resource that is gone. */
  public void forget(Resource resource) {
    policies.remove(resource);
  }

  /**
   * Writes a policy anew.
   *
   * @param etag of the policy that the writer has read; empty to overwrite whatever there is
   * @return empty when somebody else has written meanwhile
   */
  public Optional<Policy> replace(Resource on, List<Binding> bindings, String etag) {
    AtomicBoolean late = new AtomicBoolean();
    Policy now =
        policies.compute(
            on,
            (_, was) -> {
              Policy current = was == null ? Policy.EMPTY : was;
              late.set(!etag.isEmpty() && !etag.equals(current.etag()));
              return late.get() ? current : current.with(bindings);
            });
    return late.get() ? Optional.empty() : Optional.of(now);
  }

  /** Whether these bindings may be written: roles that exist, conditions that can be understood. */
  public boolean accept(List<Binding> bindings) {
    return bindings.stream()
        .allMatch(
            binding -> {
              Condition condition = binding.condition();
              return Roles.exist(binding.role())
                  && (condition == null
                      || (!condition.title().isEmpty()
                          && conditions.understands(condition.expression())));
            });
  }

  /** Whether the policies give the permission. */
  public boolean allow(Principal who, String permission, Resource on) {
    return allow(who, permission, on, Map.of());
  }

  /**
   * Whether the policies give the permission.
   *
   * @param attributes of the call, by the names under which conditions ask for them
   */
  public boolean allow(
      Principal who, String permission, Resource on, Map<String, String> attributes) {
    return given(who::isNamedBy, permission, on, attributes);
  }

  /** Whether somebody who does not say who he is has the permission. */
  public boolean allowAnybody(String permission, Resource on, Map<String, String> attributes) {
    return given("allUsers"::equals, permission, on, attributes);
  }

  private boolean given(
      Predicate<String> who, String permission, Resource on, Map<String, String> attributes) {
    for (Resource level = on; level != null; level = level.parent()) {
      for (Binding binding : of(level).bindings()) {
        if (Roles.give(binding.role(), permission)
            && binding.members().stream().anyMatch(member -> names(member, who))
            && holds(binding.condition(), on, attributes)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean names(String member, Predicate<String> who) {
    return who.test(member)
        || CONVENIENCE.entrySet().stream()
            .anyMatch(
                basic ->
                    member.startsWith(basic.getKey())
                        && has(basic.getValue(), member.substring(basic.getKey().length()), who));
  }

  private boolean has(String role, String project, Predicate<String> who) {
    return of(Resource.project(project)).bindings().stream()
        .filter(binding -> binding.role().equals(role) && binding.condition() == null)
        .anyMatch(binding -> binding.members().stream().anyMatch(who));
  }

  private boolean holds(
      @Nullable Condition condition, Resource on, Map<String, String> attributes) {
    return condition == null
        || conditions.hold(
            condition.expression(),
            Map.of(
                "resource",
                Map.of("name", on.name(), "type", on.type(), "service", on.service()),
                "request",
                Map.of("time", clock.instant()),
                "api",
                attributes));
  }

  private static Policy changed(@Nullable Policy was, Predicate<List<Binding>> change) {
    Policy current = was == null ? Policy.EMPTY : was;
    List<Binding> bindings = new ArrayList<>(current.bindings());
    return change.test(bindings) ? current.with(bindings) : current;
  }
}
