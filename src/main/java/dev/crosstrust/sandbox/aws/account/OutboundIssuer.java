package dev.crosstrust.sandbox.aws.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID Connect issuer of one account, with a key for each of its two algorithms. The keys are
 * made when first needed and stay. Safe for many threads.
 */
public final class OutboundIssuer {
  /** What it signs with. */
  public static final List<JWSAlgorithm> ALGORITHMS =
      List.of(JWSAlgorithm.RS256, JWSAlgorithm.ES384);

  private final String url;
  private @Nullable RSAKey rsa;
  private @Nullable ECKey ec;

  OutboundIssuer(String url) {
    this.url = url;
  }

  /** The {@code iss} of its tokens, for example {@code https://a….tokens.sts.global.api.aws}. */
  public String url() {
    return url;
  }

  /** The public halves of its keys, {@code RSA_0} and {@code EC384_0}. */
  public JWKSet published() {
    return new JWKSet(List.of(rsa().toPublicJWK(), ec().toPublicJWK()));
  }

  /**
   * Signs a payload.
   *
   * @param algorithm one of {@link #ALGORITHMS}
   * @param payload a JSON object
   * @return the token in compact form
   */
  public String sign(JWSAlgorithm algorithm, String payload) {
    try {
      boolean withRsa = algorithm.equals(JWSAlgorithm.RS256);
      JWSSigner signer = withRsa ? new RSASSASigner(rsa()) : new ECDSASigner(ec());
      JWSHeader header =
          new JWSHeader.Builder(algorithm)
              .keyID((withRsa ? rsa() : ec()).getKeyID())
              .type(JOSEObjectType.JWT)
              .build();
      JWSObject token = new JWSObject(header, new Payload(payload));
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("keys generated here sign both algorithms", e);
    }
  }

  private synchronized RSAKey rsa() {
    RSAKey key = rsa;
    try {
      if (key == null) {
        key =
            new RSAKeyGenerator(2048)
                .keyID("RSA_0")
                .algorithm(JWSAlgorithm.RS256)
                .keyUse(KeyUse.SIGNATURE)
                .generate();
        rsa = key;
      }
      return key;
    } catch (JOSEException e) {
      throw new IllegalStateException("RSA is part of every JDK", e);
    }
  }

  private synchronized ECKey ec() {
    ECKey key = ec;
    try {
      if (key == null) {
        key =
            new ECKeyGenerator(Curve.P_384)
                .keyID("EC384_0")
                .algorithm(JWSAlgorithm.ES384)
                .keyUse(KeyUse.SIGNATURE)
                .generate();
        ec = key;
      }
      return key;
    } catch (JOSEException e) {
      throw new IllegalStateException("P-384 is part of every JDK", e);
    }
  }
}
