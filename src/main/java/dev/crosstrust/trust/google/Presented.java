package dev.crosstrust.trust.google;

import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.SignedRequest;
import dev.crosstrust.token.Token;
import dev.crosstrust.trust.google.cel.Variables;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What mappings and conditions see as {@code assertion}. */
final class Presented {
  private Presented() {}

  /**
   * A JWT's claims, or what AWS would tell Google about the signer of a request.
   *
   * @param caller the signer's ARN; null where it is not known
   */
  static Variables of(Token token, @Nullable String caller) {
    return switch (token) {
      case Jwt jwt -> Variables.of(jwt.claims());
      case SignedRequest _ -> ofSigner(caller);
    };
  }

  private static Variables ofSigner(@Nullable String caller) {
    ObjectNode assertion = JsonNodeFactory.instance.objectNode();
    String account = AwsArn.account(caller);
    if (caller == null || account == null) {
      return Variables.of(assertion)
          .unknown("assertion", "arn")
          .unknown("assertion", "account")
          .unknown("assertion", "userid");
    }
    assertion.put("arn", caller).put("account", account);
    return Variables.of(assertion).unknown("assertion", "userid");
  }
}
