package dev.crosstrust.sandbox.aws.cloud;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An ID token as Google makes it for a service account, with claims changed as a test needs. */
public final class GoogleToken {
  public static final String SUBJECT = "114809731204417780391";
  public static final String AUDIENCE = "sts.amazonaws.com";

  private final Map<String, @Nullable Object> claims = new LinkedHashMap<>();
  private RSAKey key = TestCloud.GOOGLE_KEY;
  private @Nullable String keyId = key.getKeyID();
  private JWSAlgorithm algorithm = JWSAlgorithm.RS256;

  private GoogleToken(Instant now) {
    claims.put("iss", TestCloud.GOOGLE);
    claims.put("sub", SUBJECT);
    claims.put("azp", SUBJECT);
    claims.put("aud", AUDIENCE);
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.getEpochSecond() + 3600);
  }

  /** Issued at this moment, for an hour. */
  public static GoogleToken at(Instant now) {
    return new GoogleToken(now);
  }

  public GoogleToken with(String claim, @Nullable Object value) {
    claims.put(claim, value);
    return this;
  }

  public GoogleToken without(String claim) {
    claims.remove(claim);
    return this;
  }

  public GoogleToken signedBy(RSAKey other) {
    key = other;
    keyId = other.getKeyID();
    return this;
  }

  public GoogleToken keyId(@Nullable String id) {
    keyId = id;
    return this;
  }

  public GoogleToken algorithm(JWSAlgorithm other) {
    algorithm = other;
    return this;
  }

  /** The token with these claims. */
  public String compact() {
    return compact(JsonMapper.shared().writeValueAsString(claims));
  }

  /** A token with this payload, to the letter. */
  public String compact(String payload) {
    try {
      JWSObject jws =
          new JWSObject(
              new JWSHeader.Builder(algorithm).keyID(keyId).build(), new Payload(payload));
      jws.sign(new RSASSASigner(key));
      return jws.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
