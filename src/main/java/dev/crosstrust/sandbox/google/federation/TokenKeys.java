package dev.crosstrust.sandbox.google.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import dev.crosstrust.sandbox.wire.IssuerKeys;
import java.util.List;

/**
 * The keys a provider believes. Uploaded ones take the place of discovery altogether. Google
 * documents RS256 and ES256; through discovery ES384 was seen to be accepted.
 *
 * @param keys empty when the issuer cannot be reached, which to Google is the same as a key that is
 *     not in the set
 */
record TokenKeys(List<JWK> keys, List<JWSAlgorithm> algorithms) {
  private static final List<JWSAlgorithm> UPLOADED =
      List.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
  private static final List<JWSAlgorithm> DISCOVERED =
      List.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);

  static TokenKeys of(Source.Oidc source, IssuerKeys issuers) {
    String uploaded = source.jwksJson();
    return uploaded == null
        ? new TokenKeys(
            issuers.of(source.issuerUri()).map(JWKSet::getKeys).orElse(List.of()), DISCOVERED)
        : new TokenKeys(ProviderRules.parse(uploaded).getKeys(), UPLOADED);
  }

  /**
   * Verifies a signature.
   *
   * @throws dev.crosstrust.sandbox.google.api.GoogleError when there is no key for it, or it does
   *     not fit the key
   */
  void verify(JWSObject token) {
    JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
    String id = token.getHeader().getKeyID();
    boolean rsa = JWSAlgorithm.Family.RSA.contains(algorithm);
    JWK key =
        keys.stream()
            .filter(_ -> algorithms.contains(algorithm))
            .filter(it -> id != null && id.equals(it.getKeyID()))
            .filter(it -> rsa ? it instanceof RSAKey : it instanceof ECKey)
            .findFirst()
            .orElseThrow(ExchangeErrors::issuerNotReached);
    if (!fits(key, token)) {
      throw ExchangeErrors.signature();
    }
  }

  private static boolean fits(JWK key, JWSObject token) {
    try {
      JWSVerifier verifier =
          key instanceof RSAKey rsa
              ? new RSASSAVerifier(rsa.toRSAPublicKey())
              : new ECDSAVerifier(key.toECKey().toECPublicKey());
      return token.verify(verifier);
    } catch (JOSEException otherCurve) {
      return false;
    }
  }
}
