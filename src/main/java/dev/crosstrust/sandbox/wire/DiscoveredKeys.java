package dev.crosstrust.sandbox.wire;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the keys of an issuer as OpenID Connect Discovery says: the configuration at its well-known
 * place, which must name the issuer to the letter, and from there the key set.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig">OpenID
 *     Connect Discovery 1.0, section 4</a>
 */
public final class DiscoveredKeys implements IssuerKeys {
  private final Internet internet;

  public DiscoveredKeys(Internet internet) {
    this.internet = internet;
  }

  @Override
  public Optional<JWKSet> of(String issuer) {
    try {
      JsonNode configuration =
          JsonMapper.shared().readTree(fetch(issuer + "/.well-known/openid-configuration"));
      if (!issuer.equals(configuration.path("issuer").asString(""))) {
        return Optional.empty();
      }
      return Optional.of(JWKSet.parse(fetch(configuration.path("jwks_uri").asString(""))));
    } catch (IOException | JacksonException | ParseException | IllegalArgumentException gone) {
      return Optional.empty();
    }
  }

  private String fetch(String url) throws IOException {
    Internet.Answer answer = internet.get(URI.create(url));
    if (answer.status() != 200) {
      throw new IOException(url + " answered " + answer.status());
    }
    return answer.body();
  }
}
