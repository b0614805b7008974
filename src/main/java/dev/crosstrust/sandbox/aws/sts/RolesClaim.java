package dev.crosstrust.sandbox.aws.sts;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The claim by which an issuer says which roles a token is for: a list, or one text with
 * semicolons. It is looked at before the trust policy.
 */
final class RolesClaim {
  private static final String NAME = "https://aws.amazon.com/roles";

  private RolesClaim() {}

  /**
   * Whether the issuer authorised the role; false when the claim is absent.
   *
   * @throws dev.crosstrust.sandbox.aws.AwsError when the claim is there without the role
   */
  static boolean authorizes(WebIdentityToken token, String roleArn) {
    JsonNode claim = token.claims().path(NAME);
    if (claim.isMissingNode() || claim.isNull()) {
      return false;
    }
    Stream<String> items =
        claim.isString()
            ? Stream.of(claim.asString().split(";", -1))
            : claim.valueStream().filter(JsonNode::isString).map(JsonNode::asString);
    List<String> roles = items.map(String::strip).toList();
    if (!roles.contains(roleArn)) {
      throw StsErrors.invalidToken(
          "The target role ARN is not present in the roles claim of the identity token");
    }
    return true;
  }
}
