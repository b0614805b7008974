package dev.crosstrust.token.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.crosstrust.token.Base64Url;
import dev.crosstrust.token.Jws;
import dev.crosstrust.token.signature.KeyChoice.Chosen;
import dev.crosstrust.token.signature.SignatureCheck.Cause;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;

/** Checks one signature with one key. */
final class Mathematics {
  private Mathematics() {}

  static SignatureCheck check(Jws jws, Chosen key) {
    byte[] signature;
    try {
      Base64Url.decode(jws.payloadPart());
      signature = Base64Url.decode(jws.signaturePart());
    } catch (IllegalArgumentException e) {
      return SignatureCheck.invalid(
          jws,
          Cause.DOES_NOT_VERIFY,
          "The payload or the signature is not base64url: %s.".formatted(e.getMessage()));
    }
    try {
      return verifies(jws, key, signature)
          ? SignatureCheck.valid(jws)
          : SignatureCheck.invalid(
              jws,
              Cause.DOES_NOT_VERIFY,
              "The signature does not verify: the token was changed, or another key signed it.");
    } catch (UnfitKey | ParseException | IllegalArgumentException e) {
      return SignatureCheck.invalid(
          jws, Cause.KEY_UNFIT, "The key or header is refused: %s.".formatted(e.getMessage()));
    } catch (JOSEException | GeneralSecurityException e) {
      return SignatureCheck.unchecked(
          jws,
          Cause.ALGORITHM_UNKNOWN,
          "This platform cannot check the signature: %s.".formatted(e.getMessage()));
    }
  }

  private static boolean verifies(Jws jws, Chosen key, byte[] signature)
      throws UnfitKey, ParseException, JOSEException, GeneralSecurityException {
    String jwk = key.jwk().toString();
    return switch (key.type()) {
      case SYMMETRIC -> verifies(jws, new MACVerifier(OctetSequenceKey.parse(jwk)), signature);
      case RSA -> {
        RSAPublicKey rsa = RSAKey.parse(jwk).toRSAPublicKey();
        WeakRsa.refuse(rsa);
        yield verifies(jws, new RSASSAVerifier(rsa), signature);
      }
      case P256, P384, P521 -> verifies(jws, new ECDSAVerifier(ECKey.parse(jwk)), signature);
      case ED25519 ->
          Ed25519.verifies(OctetKeyPair.parse(jwk).getDecodedX(), jws.signingInput(), signature);
    };
  }

  private static boolean verifies(Jws jws, JWSVerifier verifier, byte[] signature)
      throws ParseException, JOSEException {
    JWSHeader header = JWSHeader.parse(new Base64URL(jws.headerPart()));
    return verifier.verify(header, jws.signingInput(), Base64URL.encode(signature));
  }
}
