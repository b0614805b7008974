package dev.crosstrust.sandbox.google;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An issuer somewhere outside, with a key of each kind, that publishes discovery and keys. */
public final class OutsideIssuer implements Handler {
  public static final String URL = "https://issuer.example";

  /** Made once: the making takes longer than the tests. */
  private static final List<JWK> KEYS = keys();

  boolean reachable = true;

  private static List<JWK> keys() {
    try {
      return List.of(
          new RSAKeyGenerator(2048).keyID("RS256").generate(),
          new ECKeyGenerator(Curve.P_256).keyID("ES256").generate(),
          new ECKeyGenerator(Curve.P_384).keyID("ES384").generate(),
          new RSAKeyGenerator(2048).keyID("not published").generate());
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  public static JWKSet published() {
    return new JWKSet(KEYS.subList(0, 3)).toPublicJWKSet();
  }

  @Override
  public Response handle(Request request) {
    if (!reachable) {
      return Response.empty(503);
    }
    Map<String, Object> body =
        request.rawPath().equals("/keys")
            ? published().toJSONObject()
            : Map.of("issuer", URL, "jwks_uri", URL + "/keys");
    return Response.of(200, "application/json", JsonMapper.shared().writeValueAsString(body));
  }

  /** A token with these claims, signed with the published key for the algorithm. */
  public static String token(String algorithm, Map<String, ?> claims) {
    return token(algorithm, algorithm, algorithm, claims);
  }

  /**
   * A token whose header and key need not fit.
   *
   * @param keyId what the header says
   * @param signingKey what really signs
   */
  public static String token(
      String algorithm, String keyId, String signingKey, Map<String, ?> claims) {
    JWK key =
        KEYS.stream().filter(it -> it.getKeyID().equals(signingKey)).findFirst().orElseThrow();
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).keyID(keyId).build();
    JWSObject token =
        new JWSObject(header, new Payload(JsonMapper.shared().writeValueAsString(claims)));
    try {
      token.sign(key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
    return token.serialize();
  }
}
