package dev.crosstrust.trust.google;

import dev.crosstrust.trust.google.cel.Variables;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What AWS will present, as far as it is known before it is there.
 *
 * @param signedRequest whether it is a signed request, else a JWT
 * @param account that presents itself; null where it is not known
 * @param arn a JWT's {@code sub}, or who signs a request; null where it is not known
 * @param issuer of a JWT; null where it is not known
 * @param audience of a JWT
 */
public record Awaited(
    boolean signedRequest,
    @Nullable String account,
    @Nullable String arn,
    @Nullable String issuer,
    String audience) {
  private static final String OF_AWS = "https://sts.amazonaws.com/";

  /** Claims that only the token itself tells. */
  private static final List<String> LATER = List.of("iat", "exp", "jti");

  /** The same of those that are AWS's own, of which no token has all. */
  private static final List<String> LATER_OF_AWS =
      List.of(
          "source_region",
          "org_id",
          "ou_path",
          "principal_tags",
          "request_tags",
          "original_session_exp",
          "federated_provider",
          "source_identity",
          "identity_store_user_id",
          "identity_store_arn",
          "ec2_source_instance_arn",
          "ec2_instance_source_vpc",
          "ec2_instance_source_private_ipv4",
          "ec2_role_delivery",
          "lambda_source_function_arn",
          "glue_credential_issuing_service");

  /** What mappings and conditions see, and what of it is open. */
  Variables assertion() {
    return signedRequest ? Presented.ofSigner(account, arn) : ofJwt();
  }

  private Variables ofJwt() {
    ObjectNode claims = JsonNodeFactory.instance.objectNode();
    claims.put("iss", issuer).put("sub", arn).put("aud", audience);
    claims.putObject(OF_AWS).put("aws_account", account).put("principal_id", arn);
    Variables all = Variables.of(claims);
    for (String claim : LATER) {
      all = all.unknown("assertion", claim);
    }
    for (String claim : LATER_OF_AWS) {
      all = all.unknown("assertion", OF_AWS, claim);
    }
    if (issuer == null) {
      all = all.unknown("assertion", "iss");
    }
    if (account == null) {
      all = all.unknown("assertion", OF_AWS, "aws_account");
    }
    return arn == null
        ? all.unknown("assertion", "sub").unknown("assertion", OF_AWS, "principal_id")
        : all;
  }
}
