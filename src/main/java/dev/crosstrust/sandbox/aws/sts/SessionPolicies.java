package dev.crosstrust.sandbox.aws.sts;

import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.aws.account.Account;
import dev.crosstrust.sandbox.aws.policy.AttachedPolicy;
import dev.crosstrust.sandbox.aws.policy.MalformedPolicyException;
import dev.crosstrust.sandbox.aws.policy.PolicyDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;

/**
 * The policies passed with a request for a session, which cut down what it may do.
 *
 * @param attached empty when none were passed
 */
record SessionPolicies(Optional<List<AttachedPolicy>> attached) {
  private static final int MOST_ARNS = 10;
  private static final int PACKED_LIMIT = 2048;

  /**
   * Reads them.
   *
   * @param account the role's, in which managed policies are looked up; empty when there is none
   */
  static SessionPolicies read(
      Optional<String> inline, List<String> arns, Optional<Account> account) {
    if (arns.size() > MOST_ARNS) {
      throw StsErrors.validation(
          "1 validation error detected: Value '%s' at 'policyArns' failed to satisfy constraint: "
                  .formatted(arns)
              + "Member must have length less than or equal to 10");
    }
    if (inline.isEmpty() && arns.isEmpty()) {
      return new SessionPolicies(Optional.empty());
    }
    List<AttachedPolicy> policies = new ArrayList<>();
    inline.ifPresent(json -> policies.add(AttachedPolicy.inline(parse(json))));
    arns.forEach(arn -> policies.add(managed(arn, account)));
    return new SessionPolicies(Optional.of(policies));
  }

  /** How full the packed form is, in percent. AWS does not publish its packing: ours is Deflate. */
  Optional<Integer> packedPercent() {
    return attached.map(
        policies -> {
          StringBuilder text = new StringBuilder();
          policies.forEach(it -> text.append(it.arn().orElse(it.document().text())));
          int packed = packed(text.toString().getBytes(StandardCharsets.UTF_8));
          return Math.ceilDiv(100 * packed, PACKED_LIMIT);
        });
  }

  private static int packed(byte[] bytes) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] scratch = new byte[bytes.length + 64];
      return deflater.deflate(scratch);
    }
  }

  private static PolicyDocument parse(String json) {
    try {
      return PolicyDocument.identity(json);
    } catch (MalformedPolicyException e) {
      throw new AwsError(400, "MalformedPolicyDocument", e.text());
    }
  }

  private static AttachedPolicy managed(String arn, Optional<Account> account) {
    return account
        .flatMap(it -> it.policy(arn))
        .map(it -> AttachedPolicy.managed(it.arn(), it.document()))
        .orElseThrow(
            () ->
                new AwsError(
                    400,
                    "MalformedPolicyDocument",
                    "Policy " + arn + " does not exist or is not attachable."));
  }
}
