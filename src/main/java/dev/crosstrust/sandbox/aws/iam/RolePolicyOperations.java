package dev.crosstrust.sandbox.aws.iam;

import dev.crosstrust.sandbox.aws.account.ManagedPolicy;
import dev.crosstrust.sandbox.aws.account.Role;
import dev.crosstrust.sandbox.aws.policy.PolicyDocument;
import dev.crosstrust.sandbox.aws.query.Constraints;
import dev.crosstrust.sandbox.aws.query.Constraints.Length;
import dev.crosstrust.sandbox.aws.query.Element;
import dev.crosstrust.sandbox.aws.query.Operation;
import dev.crosstrust.sandbox.aws.query.QueryCall;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The policies of roles: attached ones by ARN, inline ones by name. */
final class RolePolicyOperations {
  private final Gate gate;

  RolePolicyOperations(Gate gate) {
    this.gate = gate;
  }

  Map<String, Operation> all() {
    return Map.of(
        "ListAttachedRolePolicies", this::listAttached,
        "ListRolePolicies", this::listInline,
        "GetRolePolicy", this::getInline);
  }

  private List<Element> listAttached(QueryCall call) throws IOException {
    Role role = gate.role(call, "iam:ListAttachedRolePolicies");
    List<ManagedPolicy> attached =
        role.permissions().attached().stream()
            .sorted(Comparator.comparing(ManagedPolicy::arn))
            .toList();
    return Page.of(
        call, "AttachedPolicies", attached, ManagedPolicy::arn, RolePolicyOperations::reference);
  }

  private List<Element> listInline(QueryCall call) throws IOException {
    Role role = gate.role(call, "iam:ListRolePolicies");
    List<String> names = List.copyOf(role.permissions().inline().keySet());
    return Page.of(
        call, "PolicyNames", names, Function.identity(), name -> Element.of("member", name));
  }

  private List<Element> getInline(QueryCall call) throws IOException {
    Role role = gate.role(call, "iam:GetRolePolicy");
    Constraints constraints = call.constraints();
    String name = constraints.required("PolicyName", new Length(1, 128));
    constraints.check();
    PolicyDocument document =
        Optional.ofNullable(role.permissions().inline().get(name))
            .orElseThrow(
                () -> Gate.noSuchEntity("The role policy with name " + name + " cannot be found."));
    return List.of(
        Element.of("RoleName", role.name()),
        Element.of("PolicyName", name),
        Documents.of("PolicyDocument", document));
  }

  private static Element reference(ManagedPolicy policy) {
    return Element.of(
        "member",
        List.of(Element.of("PolicyName", policy.name()), Element.of("PolicyArn", policy.arn())));
  }
}
