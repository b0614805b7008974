package dev.crosstrust.sandbox.google.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import dev.crosstrust.sandbox.google.account.ServiceAccount;
import dev.crosstrust.sandbox.google.account.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Signs Google's ID tokens. The claims differ by the way a token is asked for, most of all {@code
 * azp}: the client for a user, the e-mail for a service account's own key, the numeric id for
 * impersonation.
 */
public final class IdTokens {
  /** The {@code iss} of every Google ID token. */
  public static final String ISSUER = "https://accounts.google.com";

  private static final Duration LIFETIME = Duration.ofHours(1);

  private final InstantSource clock;
  private final SigningKeys keys;

  public IdTokens(InstantSource clock, SigningKeys keys) {
    this.clock = clock;
    this.keys = keys;
  }

  /**
   * A user's token: audience and authorized party are the client, whatever the caller wants.
   *
   * @param accessToken the one given together with it, bound by {@code at_hash} (OpenID Connect
   *     Core 3.1.3.6)
   */
  public String forUser(User user, String clientId, String accessToken) {
    Map<String, Object> claims = claims(clientId, clientId, user.subject());
    if (user.hostedDomain() != null) {
      claims.put("hd", user.hostedDomain());
    }
    email(claims, user.email());
    claims.put("at_hash", leftHalfOfHash(accessToken));
    return sign(claims);
  }

  /** The token a service account asks for with its own key. */
  public String forKeyHolder(ServiceAccount account, String audience) {
    Map<String, Object> claims = claims(audience, account.email(), account.uniqueId());
    email(claims, account.email());
    return sign(claims);
  }

  /**
   * What {@code generateIdToken} may be asked to put in.
   *
   * @param email {@code includeEmail}
   * @param emailAsAzp {@code useEmailAzp}
   * @param organizationNumber {@code organizationNumberIncluded}; the claim is null here, for the
   *     account belongs to no organisation
   */
  public record Options(boolean email, boolean emailAsAzp, boolean organizationNumber) {}

  /** The token that {@code generateIdToken} gives. */
  public String forImpersonated(ServiceAccount account, String audience, Options options) {
    String azp = options.emailAsAzp() ? account.email() : account.uniqueId();
    Map<String, Object> claims = claims(audience, azp, account.uniqueId());
    if (options.email()) {
      email(claims, account.email());
    }
    if (options.organizationNumber()) {
      claims.put("google", Collections.singletonMap("organization_number", null));
    }
    return sign(claims);
  }

  private Map<String, Object> claims(String audience, String azp, String subject) {
    long now = clock.instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("azp", azp);
    claims.put("aud", audience);
    claims.put("sub", subject);
    claims.put("iat", now);
    claims.put("exp", now + LIFETIME.toSeconds());
    return claims;
  }

  private static void email(Map<String, Object> claims, String email) {
    claims.put("email", email);
    claims.put("email_verified", true);
  }

  private String sign(Map<String, Object> claims) {
    RSAKey key = keys.current();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(key.getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    JWSObject token = new JWSObject(header, new Payload(claims));
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("a key generated here signs RS256", e);
    }
    return token.serialize();
  }

  private static String leftHalfOfHash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      byte[] left = Arrays.copyOf(hash, hash.length / 2);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(left);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
