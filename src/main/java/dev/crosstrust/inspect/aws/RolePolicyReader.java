package dev.crosstrust.inspect.aws;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Done;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;

/** Reads what a role may do: inline policies first, then attached ones, in IAM's order. */
record RolePolicyReader(IamCalls calls, String role) {

  Outcome<List<RolePolicy>> all() {
    return inlineNames()
        .then(names -> each(names, this::inline))
        .then(
            inline ->
                attached()
                    .then(policies -> each(policies, this::managed))
                    .map(
                        managed -> {
                          List<RolePolicy> all = new ArrayList<>(inline);
                          all.addAll(managed);
                          return List.copyOf(all);
                        }));
  }

  private Outcome<List<String>> inlineNames() {
    return pages(
        marker ->
            calls.call(
                "ListRolePolicies",
                iam -> iam.listRolePolicies(it -> it.roleName(role).marker(marker))),
        ListRolePoliciesResponse::policyNames,
        page -> Boolean.TRUE.equals(page.isTruncated()) ? page.marker() : null);
  }

  private Outcome<List<AttachedPolicy>> attached() {
    return pages(
        marker ->
            calls.call(
                "ListAttachedRolePolicies",
                iam -> iam.listAttachedRolePolicies(it -> it.roleName(role).marker(marker))),
        ListAttachedRolePoliciesResponse::attachedPolicies,
        page -> Boolean.TRUE.equals(page.isTruncated()) ? page.marker() : null);
  }

  private Outcome<RolePolicy> inline(String name) {
    return calls
        .call("GetRolePolicy", iam -> iam.getRolePolicy(it -> it.roleName(role).policyName(name)))
        .map(answer -> new RolePolicy(name, IamCalls.document(answer.policyDocument())));
  }

  private Outcome<RolePolicy> managed(AttachedPolicy policy) {
    String arn = policy.policyArn();
    return calls
        .call("GetPolicy", iam -> iam.getPolicy(it -> it.policyArn(arn)).policy())
        .then(
            found ->
                calls.call(
                    "GetPolicyVersion",
                    iam ->
                        iam.getPolicyVersion(
                                it -> it.policyArn(arn).versionId(found.defaultVersionId()))
                            .policyVersion()))
        .map(version -> new RolePolicy(arn, IamCalls.document(version.document())));
  }

  private static <P, T> Outcome<List<T>> pages(
      Function<@Nullable String, Outcome<P>> ask,
      Function<P, List<T>> items,
      Function<P, @Nullable String> next) {
    List<T> all = new ArrayList<>();
    String marker = null;
    do {
      Outcome<P> page = ask.apply(marker);
      if (!(page instanceof Done<P>(P answer))) {
        return page.map(_ -> List.of());
      }
      all.addAll(items.apply(answer));
      marker = next.apply(answer);
    } while (marker != null);
    return Outcome.done(all);
  }

  private static <F, T> Outcome<List<T>> each(List<F> items, Function<F, Outcome<T>> ask) {
    List<T> all = new ArrayList<>();
    for (F item : items) {
      Outcome<T> one = ask.apply(item);
      if (!(one instanceof Done<T>(T value))) {
        return one.map(_ -> List.of());
      }
      all.add(value);
    }
    return Outcome.done(all);
  }
}
