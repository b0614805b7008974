package dev.crosstrust.sandbox.aws.iam;

import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.aws.account.Role;
import dev.crosstrust.sandbox.aws.policy.MalformedPolicyException;
import dev.crosstrust.sandbox.aws.policy.PolicyDocument;
import dev.crosstrust.sandbox.aws.query.Constraints;
import dev.crosstrust.sandbox.aws.query.Constraints.Length;
import dev.crosstrust.sandbox.aws.query.Element;
import dev.crosstrust.sandbox.aws.query.Operation;
import dev.crosstrust.sandbox.aws.query.QueryCall;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The writing of trust policies. */
final class TrustOperations {
  private static final Length DOCUMENT = new Length(1, 131_072);

  /** Characters of a trust policy, white space not counted. */
  private static final int QUOTA = 2_048;

  private final Gate gate;

  TrustOperations(Gate gate) {
    this.gate = gate;
  }

  Map<String, Operation> all() {
    return Map.of("UpdateAssumeRolePolicy", this::update);
  }

  private List<Element> update(QueryCall call) throws IOException {
    Role role = gate.role(call, "iam:UpdateAssumeRolePolicy");
    Constraints constraints = call.constraints();
    String document = constraints.required("PolicyDocument", DOCUMENT);
    constraints.check();
    try {
      PolicyDocument.writtenTrust(document);
    } catch (MalformedPolicyException malformed) {
      throw new AwsError(400, "MalformedPolicyDocument", malformed.text());
    }
    if (document.chars().filter(it -> !Character.isWhitespace(it)).count() > QUOTA) {
      throw new AwsError(409, "LimitExceeded", "Cannot exceed quota for ACLSizePerRole: " + QUOTA);
    }
    gate.account(call.caller()).changeRole(role.name(), it -> it.trusting(document));
    return List.of();
  }
}
