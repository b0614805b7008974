package dev.crosstrust.token.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.Lifetime;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.signature.SignatureCheck.Cause;
import dev.crosstrust.token.signature.SignatureCheck.Status;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {
  private static final Issuer ISSUER = new Issuer("k1");
  private static final Issuer OTHER = new Issuer("k2");

  private static SignatureCheck verify(Token token, String jwks) {
    return TokenVerifier.verify(token, KeySource.given(jwks, "the test"));
  }

  private static String jwks(JWK... keys) {
    return new JWKSet(List.of(keys)).toString();
  }

  @Test
  void anExpiredTokenCanHaveAValidSignature() {
    Jwt token = ISSUER.token();
    assertThat(verify(token, ISSUER.jwks()))
        .isEqualTo(new SignatureCheck(Status.VALID, "RS256", "k1", null, Cause.VERIFIED));
    assertThat(Lifetime.of(token, Instant.ofEpochSecond(3)).state())
        .isEqualTo(Lifetime.State.EXPIRED);
  }

  @Test
  void aChangedClaimMakesItInvalid() {
    Jwt token = ISSUER.token();
    String changed =
        token.jws().headerPart()
            + "."
            + Tokens.part(Issuer.CLAIMS.replace("someone", "another"))
            + "."
            + token.jws().signaturePart();
    assertThat(verify(Tokens.read(changed), ISSUER.jwks()).cause())
        .isEqualTo(Cause.DOES_NOT_VERIFY);
  }

  @Test
  void aKeyThatIsNotThereIsNamed() {
    SignatureCheck check = verify(ISSUER.token(), OTHER.jwks());
    assertThat(check.status()).isEqualTo(Status.INVALID);
    assertThat(check.cause()).isEqualTo(Cause.KEY_NOT_FOUND);
    assertThat(check.reason()).isEqualTo("Among the 1 keys in the test none is called `k1`.");
  }

  @Test
  void withoutKeyIdTheOnlyFittingKeyIsTakenButNotOneOfSeveral() throws JOSEException {
    Jwt token =
        Issuer.sign(new JWSHeader(JWSAlgorithm.RS256), Issuer.CLAIMS, new RSASSASigner(ISSUER.key));
    ECKey elliptic = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    assertThat(verify(token, jwks(ISSUER.key, elliptic)).status()).isEqualTo(Status.VALID);
    SignatureCheck several = verify(token, jwks(ISSUER.key, OTHER.key));
    assertThat(several.status()).isEqualTo(Status.UNCHECKED);
    assertThat(several.cause()).isEqualTo(Cause.SEVERAL_KEYS);
  }

  @Test
  void aPublicKeyIsNeverTakenForASharedSecret() throws JOSEException {
    byte[] published = ISSUER.key.toRSAPublicKey().getEncoded();
    Jwt forged =
        Issuer.sign(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(),
            Issuer.CLAIMS,
            new MACSigner(published));
    SignatureCheck check = verify(forged, ISSUER.jwks());
    assertThat(check.status()).isEqualTo(Status.INVALID);
    assertThat(check.reason())
        .isEqualTo("The token says `HS256`, which needs a key of type oct; its key is RSA.");
  }

  @Test
  void theKeysInsideATokenAreNotHeeded() throws JOSEException {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(OTHER.key.toPublicJWK()).keyID("k1").build();
    Jwt forged = Issuer.sign(header, Issuer.CLAIMS, new RSASSASigner(OTHER.key));
    assertThat(verify(forged, ISSUER.jwks()).cause()).isEqualTo(Cause.DOES_NOT_VERIFY);
  }

  @Test
  void es384AsAwsSignsItIsChecked() throws JOSEException {
    ECKey key = new ECKeyGenerator(Curve.P_384).keyID("EC384_0").generate();
    Jwt token =
        Issuer.sign(
            new JWSHeader.Builder(JWSAlgorithm.ES384).keyID("EC384_0").build(),
            Issuer.CLAIMS,
            new ECDSASigner(key));
    assertThat(verify(token, jwks(key, OTHER.key)).status()).isEqualTo(Status.VALID);
    ECKey other = new ECKeyGenerator(Curve.P_256).keyID("EC384_0").generate();
    assertThat(verify(token, jwks(other)).reason()).contains("its key is EC P-256");
  }

  @Test
  void aCriticalHeaderThatNobodyKnowsMakesItInvalid() {
    Token token = Tokens.read(Tokens.compact("{\"alg\":\"RS256\",\"crit\":[\"x\"],\"x\":1}", "{}"));
    assertThat(verify(token, ISSUER.jwks()).cause()).isEqualTo(Cause.HEADER_REFUSED);
  }

  @Test
  void anUnknownAlgorithmIsNotJudged() {
    Token token = Tokens.read(Tokens.compact("{\"alg\":\"ES256K\"}", "{}"));
    SignatureCheck check = verify(token, ISSUER.jwks());
    assertThat(check.status()).isEqualTo(Status.UNCHECKED);
    assertThat(check.cause()).isEqualTo(Cause.ALGORITHM_UNKNOWN);
  }

  @Test
  void anUnsignedTokenIsInvalidBeforeAnyKeyIsWanted() {
    Token token = Tokens.read(Tokens.compact("{\"alg\":\"none\"}", "{}"));
    assertThat(verify(token, "no keys at all").cause()).isEqualTo(Cause.UNSIGNED);
    assertThat(SignatureCheck.notAsked(token).status()).isEqualTo(Status.INVALID);
  }

  @Test
  void whatIsNoKeySetLeavesTheTokenUnchecked() {
    SignatureCheck check = verify(ISSUER.token(), "<html>");
    assertThat(check.status()).isEqualTo(Status.UNCHECKED);
    assertThat(check.reason()).isEqualTo("There is no JWK Set in the test.");
  }

  @Test
  void aBrokenKeyDoesNotSpoilTheOthers() {
    String mixed = ISSUER.jwks().replace("{\"keys\":[", "{\"keys\":[{\"kty\":\"RSA\"},7,");
    assertThat(verify(ISSUER.token(), mixed).status()).isEqualTo(Status.VALID);
  }

  @Test
  void aSignedRequestIsForAwsToCheck() {
    SignatureCheck check = verify(Tokens.signedRequest(), ISSUER.jwks());
    assertThat(check.status()).isEqualTo(Status.UNCHECKED);
    assertThat(check.algorithm()).isEqualTo("AWS4-HMAC-SHA256");
    assertThat(check.keyId()).isEqualTo("AKTEST");
  }
}
