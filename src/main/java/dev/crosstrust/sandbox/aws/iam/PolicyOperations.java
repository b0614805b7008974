package dev.crosstrust.sandbox.aws.iam;

import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.account.ManagedPolicy;
import dev.crosstrust.sandbox.aws.query.Constraints;
import dev.crosstrust.sandbox.aws.query.Constraints.Length;
import dev.crosstrust.sandbox.aws.query.Element;
import dev.crosstrust.sandbox.aws.query.Operation;
import dev.crosstrust.sandbox.aws.query.QueryCall;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Managed policies. Each has a single version here. */
final class PolicyOperations {
  private static final String VERSION = "v1";

  private final Gate gate;

  PolicyOperations(Gate gate) {
    this.gate = gate;
  }

  Map<String, Operation> all() {
    return Map.of("GetPolicy", this::getPolicy, "GetPolicyVersion", this::getPolicyVersion);
  }

  private List<Element> getPolicy(QueryCall call) throws IOException {
    ManagedPolicy policy = policy(call, "iam:GetPolicy");
    return List.of(
        Element.of(
            "Policy",
            List.of(
                Element.of("PolicyName", policy.name()),
                Element.of("Arn", policy.arn()),
                Element.of("Path", "/"),
                Element.of("DefaultVersionId", VERSION),
                Element.of("IsAttachable", true))));
  }

  private List<Element> getPolicyVersion(QueryCall call) throws IOException {
    ManagedPolicy policy = policy(call, "iam:GetPolicyVersion");
    Constraints constraints = call.constraints();
    String version =
        constraints.matching("VersionId", new Length(1, 32), "v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?");
    constraints.check();
    if (!version.equals(VERSION)) {
      throw Gate.noSuchEntity(
          "Policy " + policy.arn() + " version " + version + " does not exist.");
    }
    return List.of(
        Element.of(
            "PolicyVersion",
            List.of(
                Documents.of("Document", policy.document()),
                Element.of("VersionId", VERSION),
                Element.of("IsDefaultVersion", true))));
  }

  private ManagedPolicy policy(QueryCall call, String action) throws IOException {
    Caller caller = call.caller();
    Constraints constraints = call.constraints();
    String arn = constraints.required("PolicyArn", new Length(20, 2048));
    constraints.check();
    gate.demand(caller, action, arn, "policy " + arn);
    return gate.account(caller)
        .policy(arn)
        .orElseThrow(() -> Gate.noSuchEntity("Policy " + arn + " was not found."));
  }
}
