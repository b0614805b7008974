package dev.crosstrust.sandbox.aws.cloud;

import dev.crosstrust.sandbox.aws.account.Accounts;
import dev.crosstrust.sandbox.aws.account.OutboundIssuer;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Discovery and key set of the accounts' issuers, public as they are. Each issuer has a host name
 * of its own; a request that names none of them, as on loopback, means the first account's.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect
 *     Discovery 1.0</a>
 */
final class IssuerDocuments {
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final String KEYS = "/.well-known/jwks.json";

  private final Accounts accounts;

  IssuerDocuments(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The document a request asks for; empty when it asks for something else. */
  Optional<Response> find(Request request) {
    boolean signed = request.header("Authorization").isPresent();
    if (signed || !request.method().equals("GET")) {
      return Optional.empty();
    }
    return switch (request.rawPath()) {
      case DISCOVERY -> issuer(request).map(it -> json(discovery(it)));
      case KEYS -> issuer(request).map(it -> json(it.published().toJSONObject()));
      default -> Optional.empty();
    };
  }

  private Optional<OutboundIssuer> issuer(Request request) {
    List<OutboundIssuer> issuers = accounts.outboundIssuers();
    String host = "https://" + request.header("Host").orElse("");
    return issuers.stream()
        .filter(it -> it.url().equals(host))
        .findFirst()
        .or(() -> issuers.stream().findFirst());
  }

  private static Map<String, Object> discovery(OutboundIssuer issuer) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issuer", issuer.url());
    document.put("jwks_uri", issuer.url() + KEYS);
    document.put("response_types_supported", List.of("id_token"));
    document.put("subject_types_supported", List.of("public"));
    document.put(
        "id_token_signing_alg_values_supported",
        OutboundIssuer.ALGORITHMS.stream().map(it -> it.getName()).toList());
    document.put(
        "claims_supported",
        List.of("sub", "iss", "aud", "exp", "iat", "jti", "https://sts.amazonaws.com/"));
    return document;
  }

  private static Response json(Map<String, Object> document) {
    return Response.of(200, "application/json", JsonMapper.shared().writeValueAsString(document));
  }
}
