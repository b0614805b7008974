package dev.crosstrust.sandbox.aws.sts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.crosstrust.sandbox.wire.IssuerKeys;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The signature of a token against its issuer's published keys. A key needs an id; a token may do
 * without one only while there is a single key.
 */
final class TokenSignature {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);
  private static final int MOST_RSA_KEYS = 100;

  private TokenSignature() {}

  /**
   * Verifies it.
   *
   * @throws dev.crosstrust.sandbox.aws.AwsError when there is no key or it does not fit
   */
  static void verify(WebIdentityToken token, String issuer, IssuerKeys keys) {
    JWSObject jws = token.jws();
    boolean valid =
        ALGORITHMS.contains(jws.getHeader().getAlgorithm())
            && keys.of(issuer)
                .flatMap(set -> key(set, jws))
                .filter(it -> fits(it, jws))
                .isPresent();
    if (!valid) {
      throw StsErrors.notValidated();
    }
  }

  private static Optional<JWK> key(JWKSet set, JWSObject jws) {
    boolean rsa = JWSAlgorithm.Family.RSA.contains(jws.getHeader().getAlgorithm());
    List<JWK> usable =
        set.getKeys().stream()
            .filter(it -> rsa ? it instanceof RSAKey : it instanceof ECKey)
            .filter(it -> it.getKeyID() != null && it.getKeyOperations() == null)
            .filter(it -> !KeyUse.ENCRYPTION.equals(it.getKeyUse()))
            .toList();
    if (rsa && usable.size() > MOST_RSA_KEYS) {
      return Optional.empty();
    }
    String id = jws.getHeader().getKeyID();
    if (id == null) {
      return set.getKeys().size() == 1 ? usable.stream().findFirst() : Optional.empty();
    }
    // Of two keys with one id the later counts.
    return usable.reversed().stream().filter(it -> it.getKeyID().equals(id)).findFirst();
  }

  private static boolean fits(JWK key, JWSObject jws) {
    try {
      return jws.verify(verifier(key));
    } catch (JOSEException wrongCurveOrSize) {
      return false;
    }
  }

  private static JWSVerifier verifier(JWK key) throws JOSEException {
    return key instanceof RSAKey rsa
        ? new RSASSAVerifier(rsa.toRSAPublicKey())
        : new ECDSAVerifier(key.toECKey().toECPublicKey());
  }
}
