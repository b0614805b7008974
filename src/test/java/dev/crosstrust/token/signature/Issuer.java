package dev.crosstrust.token.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.Tokens;

/** An issuer with one RSA key, made at run time. */
final class Issuer {
  static final String NAME = "https://issuer.example";
  static final String CLAIMS =
      "{\"iss\":\"%s\",\"sub\":\"someone\",\"aud\":\"a\",\"iat\":1,\"exp\":2}".formatted(NAME);

  final RSAKey key;

  Issuer(String keyId) {
    try {
      key = new RSAKeyGenerator(2048).keyID(keyId).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String jwks() {
    return new JWKSet(key).toString();
  }

  Jwt token() {
    return token(CLAIMS);
  }

  Jwt token(String claims) {
    try {
      return sign(
          new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
          claims,
          new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static Jwt sign(JWSHeader header, String claims, JWSSigner signer) throws JOSEException {
    JWSObject jws = new JWSObject(header, new Payload(claims));
    jws.sign(signer);
    return (Jwt) Tokens.read(jws.serialize());
  }
}
