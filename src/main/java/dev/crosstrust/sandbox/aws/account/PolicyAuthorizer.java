package dev.crosstrust.sandbox.aws.account;

import dev.crosstrust.sandbox.aws.Authorizer;
import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.policy.AccessRequest;
import dev.crosstrust.sandbox.aws.policy.PolicyEngine;
import dev.crosstrust.sandbox.aws.policy.PolicyLayer;
import dev.crosstrust.sandbox.aws.policy.PolicyType;
import dev.crosstrust.sandbox.aws.policy.Principal;
import dev.crosstrust.sandbox.aws.policy.RequestContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides by the policies that the accounts hold at this moment. */
public final class PolicyAuthorizer implements Authorizer {
  private final Accounts accounts;
  private final InstantSource clock;

  public PolicyAuthorizer(Accounts accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public Decision decide(
      Caller caller, String action, String resource, Map<String, List<String>> context) {
    AccessRequest request = new AccessRequest(action, resource, context(caller, context));
    return PolicyEngine.decide(request, layers(caller));
  }

  /**
   * Decides when a policy on a resource of the caller's own account names the caller: then no
   * identity-based policy has to allow it, and only what narrows a session still counts.
   */
  public Decision decideNamed(
      Caller caller, String action, String resource, Map<String, List<String>> context) {
    AccessRequest request = new AccessRequest(action, resource, context(caller, context));
    List<PolicyLayer> layers = layers(caller);
    boolean session = accounts.session(caller.accessKeyId()).isPresent();
    List<PolicyLayer> narrowing =
        layers.stream().filter(it -> session && it.type() != PolicyType.IDENTITY).toList();
    return PolicyEngine.denied(request, layers)
        .orElseGet(() -> PolicyEngine.decide(request, narrowing));
  }

  /** The condition keys of a caller's request. */
  public RequestContext context(Caller caller, Map<String, List<String>> more) {
    return CallerContext.of(
        caller, accounts.session(caller.accessKeyId()), role(caller), clock.instant(), more);
  }

  /** The caller as policies on resources may name it: a session also by its role. */
  public Principal principal(Caller caller) {
    Set<String> arns = new HashSet<>(Set.of(caller.arn()));
    role(caller).map(Role::arn).ifPresent(arns::add);
    return new Principal.Aws(caller.account(), arns);
  }

  /** Nothing is allowed to somebody whose role or user is gone. */
  private List<PolicyLayer> layers(Caller caller) {
    Optional<Permissions> permissions =
        role(caller).map(Role::permissions).or(() -> user(caller).map(User::permissions));
    List<PolicyLayer> layers = new ArrayList<>(permissions.orElse(Permissions.NONE).layers());
    accounts
        .session(caller.accessKeyId())
        .flatMap(session -> session.grant().policies())
        .ifPresent(policies -> layers.add(new PolicyLayer(PolicyType.SESSION, policies)));
    return layers;
  }

  /** The role as it is now, unless it was made anew since. */
  private Optional<Role> role(Caller caller) {
    return accounts
        .session(caller.accessKeyId())
        .map(session -> session.grant().role())
        .flatMap(
            then ->
                accounts
                    .account(then.account())
                    .role(then.name())
                    .filter(now -> now.id().equals(then.id())));
  }

  private Optional<User> user(Caller caller) {
    return accounts
        .findAccount(caller.account())
        .flatMap(it -> it.userByArn(caller.arn()))
        .filter(it -> it.id().equals(caller.userId()));
  }
}
