package dev.crosstrust.sandbox.google.federation;

import dev.crosstrust.sandbox.google.account.FederatedPrincipal;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.google.token.AccessToken;
import dev.crosstrust.sandbox.google.token.AccessTokens;
import dev.crosstrust.sandbox.wire.DiscoveredKeys;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Internet;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code https://sts.googleapis.com/v1/token}: trades the token of another cloud for an access
 * token of Google's (RFC 8693). No one has to be signed in for it.
 *
 * @see <a href="https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token">Method:
 *     token</a>
 */
public final class TokenExchange implements Handler {
  private final Federation federation;
  private final AccessTokens accessTokens;
  private final JwtVerifier jwts;
  private final AwsVerifier requests;

  /**
   * Builds the endpoint.
   *
   * @param internet where issuers publish their keys, and where AWS is asked
   */
  public TokenExchange(
      Federation federation, AccessTokens accessTokens, Internet internet, InstantSource clock) {
    this.federation = federation;
    this.accessTokens = accessTokens;
    this.jwts = new JwtVerifier(new DiscoveredKeys(internet), clock);
    this.requests = new AwsVerifier(internet);
  }

  @Override
  public Response handle(Request request) throws IOException {
    ExchangeRequest wanted = ExchangeRequest.read(request);
    Federation.Entry entry = federation.open(wanted.provider()).orElseThrow(ExchangeErrors::target);
    Assertion assertion = believed(wanted, entry.provider());
    FederatedPrincipal principal = entry.mapping().map(assertion.claims());
    AccessToken token =
        accessTokens.issue(
            principal, entry.provider().audience(), wanted.scopes(), assertion.lifetime());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", token.value());
    answer.put("issued_token_type", ExchangeRequest.ACCESS_TOKEN);
    answer.put("token_type", "Bearer");
    answer.put("expires_in", assertion.lifetime().toSeconds());
    return Json.answer(200, answer);
  }

  private Assertion believed(ExchangeRequest wanted, Provider provider) {
    String token = wanted.subjectToken();
    return switch (wanted.type()) {
      case JWT, ID_TOKEN -> {
        if (provider.source() instanceof Source.Oidc oidc) {
          yield jwts.verify(token, provider, oidc);
        }
        throw ExchangeErrors.otherKind();
      }
      case AWS_REQUEST -> {
        if (provider.source() instanceof Source.Aws aws) {
          yield requests.verify(token, provider, aws);
        }
        throw ExchangeErrors.otherKind();
      }
    };
  }
}
