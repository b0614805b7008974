package dev.crosstrust.sandbox.google.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.crosstrust.sandbox.google.account.Directory;
import dev.crosstrust.sandbox.google.account.ServiceAccount;
import dev.crosstrust.sandbox.google.account.ServiceAccountKey;
import dev.crosstrust.sandbox.google.api.OAuthError;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Date;
import java.util.Objects;
import java.util.Set;

/** Checks the assertion by which a service account proves that it has its key. */
final class AssertionVerifier {
  private static final Duration LONGEST = Duration.ofHours(1);

  /** Not published; clients whose clock is minutes away are seen to pass, hours are not. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  /** The names the endpoint has had; key files of any age keep working. */
  private static final Set<String> REAL_URLS =
      Set.of(
          "https://oauth2.googleapis.com/token",
          "https://www.googleapis.com/oauth2/v4/token",
          "https://accounts.google.com/o/oauth2/token");

  private final Directory directory;
  private final InstantSource clock;

  AssertionVerifier(Directory directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Believes an assertion or refuses it.
   *
   * @param ownUrl where this endpoint is reached, accepted as audience beside Google's own names
   */
  Assertion verify(String text, String ownUrl) {
    try {
      SignedJWT jwt = SignedJWT.parse(text);
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      ServiceAccount account = issuer(claims);
      checkSignature(jwt, account);
      checkTimes(claims);
      checkAudience(claims, ownUrl);
      checkSubject(claims, account);
      return new Assertion(
          account,
          Objects.requireNonNullElse(claims.getStringClaim("scope"), ""),
          claims.getStringClaim("target_audience"));
    } catch (ParseException e) {
      throw OAuthError.invalidGrant("Bad Request");
    }
  }

  private ServiceAccount issuer(JWTClaimsSet claims) {
    String issuer = Objects.requireNonNullElse(claims.getIssuer(), "");
    ServiceAccount account =
        directory
            .findServiceAccount(issuer)
            .orElseThrow(() -> OAuthError.invalidGrant("Invalid grant: account not found"));
    if (account.disabled()) {
      throw OAuthError.invalidGrant("Robot is disabled.");
    }
    return account;
  }

  private void checkSignature(SignedJWT jwt, ServiceAccount account) {
    boolean signed =
        jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
            && directory.keysOf(account).stream().anyMatch(key -> signed(jwt, key));
    if (!signed) {
      throw OAuthError.invalidGrant("Invalid JWT Signature.");
    }
  }

  private static boolean signed(SignedJWT jwt, ServiceAccountKey key) {
    try {
      return jwt.verify(new RSASSAVerifier(key.pair().toRSAPublicKey()));
    } catch (JOSEException unverifiable) {
      return false;
    }
  }

  private void checkTimes(JWTClaimsSet claims) {
    Date issued = claims.getIssueTime();
    Date expires = claims.getExpirationTime();
    if (issued == null || expires == null || !reasonable(issued.toInstant(), expires.toInstant())) {
      throw OAuthError.invalidGrant(
          "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable"
              + " timeframe. Check your iat and exp values in the JWT claim.");
    }
  }

  private boolean reasonable(Instant issued, Instant expires) {
    Instant now = clock.instant();
    return !issued.isAfter(now.plus(SKEW))
        && expires.isAfter(now.minus(SKEW))
        && Duration.between(issued, expires).compareTo(LONGEST) <= 0;
  }

  private static void checkAudience(JWTClaimsSet claims, String ownUrl) {
    if (!claims.getAudience().contains(ownUrl)
        && Collections.disjoint(claims.getAudience(), REAL_URLS)) {
      throw OAuthError.invalidGrant(
          "Invalid JWT: Failed audience check. The right audience is"
              + " https://oauth2.googleapis.com/token");
    }
  }

  /** Another subject means domain-wide delegation, which nobody here was given. */
  private static void checkSubject(JWTClaimsSet claims, ServiceAccount account) {
    String subject = claims.getSubject();
    if (subject != null && !subject.equals(account.email())) {
      throw OAuthError.of(
          401,
          "unauthorized_client",
          "Client is unauthorized to retrieve access tokens using this method, or client not"
              + " authorized for any of the scopes requested.");
    }
  }
}
