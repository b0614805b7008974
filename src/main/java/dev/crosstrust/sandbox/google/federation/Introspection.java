package dev.crosstrust.sandbox.google.federation;

import dev.crosstrust.sandbox.google.account.FederatedPrincipal;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.google.token.AccessToken;
import dev.crosstrust.sandbox.google.token.AccessTokens;
import dev.crosstrust.sandbox.wire.FormCodec;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code https://sts.googleapis.com/v1/introspect}: whose federated token this is. gcloud asks it
 * at sign-in, for a name to show.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7662">RFC 7662</a>
 */
public final class Introspection implements Handler {
  private final AccessTokens accessTokens;

  public Introspection(AccessTokens accessTokens) {
    this.accessTokens = accessTokens;
  }

  @Override
  public Response handle(Request request) throws IOException {
    String body = new String(request.bodyBytes(), StandardCharsets.UTF_8);
    String value = FormCodec.decode(body).getOrDefault("token", List.of("")).getFirst();
    return Json.answer(
        200,
        accessTokens
            .find(value)
            .filter(token -> token.holder() instanceof FederatedPrincipal)
            .map(Introspection::active)
            .orElse(Map.of("active", false)));
  }

  private static Map<String, Object> active(AccessToken token) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("active", true);
    answer.put("iss", "https://sts.googleapis.com/");
    answer.put("exp", token.expires().getEpochSecond());
    answer.put("scope", String.join(" ", token.scopes()));
    if (token.holder() instanceof FederatedPrincipal principal) {
      answer.put("username", principal.member());
    }
    return answer;
  }
}
