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
    String account = AwsArn.account(caller);
    return ofSigner(account, account == null ? null : caller);
  }

  /**
   * What AWS would tell.
   *
   * @param account null where it is not known
   * @param arn null where it is not known
   */
  static Variables ofSigner(@Nullable String account, @Nullable String arn) {
    ObjectNode assertion = JsonNodeFactory.instance.objectNode();
    assertion.put("arn", arn).put("account", account);
    Variables all = Variables.of(assertion).unknown("assertion", "userid");
    if (account == null) {
      all = all.unknown("assertion", "account");
    }
    return arn == null ? all.unknown("assertion", "arn") : all;
  }
}
