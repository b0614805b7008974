package dev.crosstrust.sandbox.aws.sts;

import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.account.Accounts;
import dev.crosstrust.sandbox.aws.account.OutboundIssuer;
import dev.crosstrust.sandbox.aws.account.Role;
import dev.crosstrust.sandbox.aws.account.Session;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * The payload of a token that an account signs for one of its principals.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound_token_claims.html">
 *     Understanding token claims</a>
 */
final class OutboundClaims {
  /** The claim that holds what AWS alone knows; the slash at the end belongs to it. */
  private static final String OF_AWS = "https://sts.amazonaws.com/";

  /** As measured: a payload of more bytes is refused. */
  private static final int MOST_BYTES = 14_984;

  private final Accounts accounts;

  OutboundClaims(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * The claims in JSON.
   *
   * @param region where the token is asked for
   * @throws AwsError when they are too large
   */
  String of(
      Caller caller,
      String region,
      OutboundIssuer issuer,
      OutboundRequest wanted,
      Instant now,
      UUID id) {
    Map<String, Object> claims = new LinkedHashMap<>();
    List<String> audiences = wanted.audiences();
    claims.put("aud", audiences.size() == 1 ? audiences.getFirst() : audiences);
    claims.put("sub", subject(caller));
    claims.put(OF_AWS, ofAws(caller, region, wanted));
    claims.put("iss", issuer.url());
    claims.put("exp", now.plus(wanted.lifetime()).getEpochSecond());
    claims.put("iat", now.getEpochSecond());
    claims.put("jti", id.toString());
    String json = JsonMapper.shared().writeValueAsString(claims);
    if (json.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new AwsError(
          400,
          "JWTPayloadSizeExceededException",
          "The requested token payload size exceeds the maximum allowed size. Reduce the number of"
              + " request tags included in the GetWebIdentityToken API call to reduce the token"
              + " payload size.");
    }
    return json;
  }

  private Map<String, Object> ofAws(Caller caller, String region, OutboundRequest wanted) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aws_account", caller.account());
    claims.put("source_region", region);
    claims.put("principal_id", subject(caller));
    session(caller)
        .ifPresent(
            session -> {
              Optional.ofNullable(session.credential().expires())
                  .ifPresent(end -> claims.put("original_session_exp", end.toString()));
              session.grant().context().getOrDefault("aws:FederatedProvider", List.of()).stream()
                  .findFirst()
                  .ifPresent(provider -> claims.put("federated_provider", provider));
            });
    if (!wanted.tags().isEmpty()) {
      claims.put("request_tags", wanted.tags());
    }
    return claims;
  }

  /** Not what {@code GetCallerIdentity} says: a session is named by its role, path included. */
  private String subject(Caller caller) {
    return session(caller).map(it -> it.grant().role()).map(Role::arn).orElse(caller.arn());
  }

  private Optional<Session> session(Caller caller) {
    return accounts.session(caller.accessKeyId());
  }
}
