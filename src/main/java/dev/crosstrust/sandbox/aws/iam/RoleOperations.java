package dev.crosstrust.sandbox.aws.iam;

import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.account.Account;
import dev.crosstrust.sandbox.aws.account.Role;
import dev.crosstrust.sandbox.aws.query.Constraints;
import dev.crosstrust.sandbox.aws.query.Constraints.Length;
import dev.crosstrust.sandbox.aws.query.Element;
import dev.crosstrust.sandbox.aws.query.Operation;
import dev.crosstrust.sandbox.aws.query.QueryCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Roles themselves. */
final class RoleOperations {
  private final Gate gate;

  RoleOperations(Gate gate) {
    this.gate = gate;
  }

  Map<String, Operation> all() {
    return Map.of("ListRoles", this::listRoles, "GetRole", this::getRole);
  }

  private List<Element> listRoles(QueryCall call) throws IOException {
    Caller caller = call.caller();
    Constraints constraints = call.constraints();
    String prefix = constraints.optional("PathPrefix", new Length(1, 512)).orElse("/");
    constraints.check();
    Account account = gate.account(caller);
    String resource = "arn:aws:iam::" + account.id() + ":role" + prefix;
    gate.demand(caller, "iam:ListRoles", resource, resource);
    List<Role> roles = account.roles().stream().filter(it -> it.path().startsWith(prefix)).toList();
    return Page.of(call, "Roles", roles, Role::name, role -> Element.of("member", fields(role)));
  }

  private List<Element> getRole(QueryCall call) throws IOException {
    Role role = gate.role(call, "iam:GetRole");
    List<Element> fields = new ArrayList<>(fields(role));
    role.permissions()
        .boundary()
        .ifPresent(
            it ->
                fields.add(
                    Element.of(
                        "PermissionsBoundary",
                        List.of(
                            Element.of("PermissionsBoundaryType", "Policy"),
                            Element.of("PermissionsBoundaryArn", it.arn())))));
    return List.of(Element.of("Role", fields));
  }

  private static List<Element> fields(Role role) {
    return List.of(
        Element.of("Path", role.path()),
        Element.of("RoleName", role.name()),
        Element.of("RoleId", role.id()),
        Element.of("Arn", role.arn()),
        Element.of("CreateDate", role.created()),
        Documents.of("AssumeRolePolicyDocument", role.trustPolicy()),
        Element.of("MaxSessionDuration", role.maxSessionDuration().toSeconds()));
  }
}
