package dev.crosstrust.sandbox.google.federation;

import com.nimbusds.jose.JWSObject;
import dev.crosstrust.sandbox.google.cel.JsonValues;
import dev.crosstrust.sandbox.wire.IssuerKeys;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Believes a token of an OpenID Connect issuer, or refuses it: issuer, audience, times, key and
 * signature, in this order. Times may be off by a minute, as measured; the documented limit of 24
 * hours is not kept by the real service either.
 */
final class JwtVerifier {
  private static final long TOLERANCE = Duration.ofMinutes(1).toSeconds();
  private static final long LONGEST = Duration.ofHours(1).toSeconds();

  private final IssuerKeys keys;
  private final InstantSource clock;

  JwtVerifier(IssuerKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  Assertion verify(String compact, Provider provider, Source.Oidc source) {
    JWSObject token;
    JsonNode claims;
    try {
      token = JWSObject.parse(compact);
      claims = JsonMapper.shared().readTree(token.getPayload().toBytes());
    } catch (ParseException | JacksonException notJwt) {
      throw ExchangeErrors.notJwt();
    }
    if (!claims.isObject()) {
      throw ExchangeErrors.notJwt();
    }
    String issuer = claims.path("iss").asString("null");
    if (!issuer.equals(source.issuerUri())) {
      throw ExchangeErrors.issuer(issuer, source.issuerUri());
    }
    checkAudience(claims.path("aud"), provider, source);
    Duration left = checkTimes(claims);
    TokenKeys.of(source, keys).verify(token);
    return new Assertion(JsonValues.members(claims), left);
  }

  private static void checkAudience(JsonNode aud, Provider provider, Source.Oidc source) {
    List<String> presented =
        aud.isArray()
            ? aud.valueStream().map(it -> it.asString("")).toList()
            : aud.isString() ? List.of(aud.stringValue()) : List.of();
    Set<String> expected =
        source.allowedAudiences().isEmpty()
            ? Set.of(provider.audience(), "https:" + provider.audience())
            : Set.copyOf(source.allowedAudiences());
    if (presented.stream().noneMatch(expected::contains)) {
      throw ExchangeErrors.audience(presented.stream().collect(Collectors.joining(", ")));
    }
  }

  private Duration checkTimes(JsonNode claims) {
    long now = clock.instant().getEpochSecond();
    JsonNode issued = claims.path("iat");
    JsonNode expires = claims.path("exp");
    boolean fresh =
        issued.isNumber()
            && expires.isNumber()
            && issued.longValue() <= now + TOLERANCE
            && expires.longValue() >= now - TOLERANCE;
    if (!fresh) {
      throw ExchangeErrors.stale(issued.asString("null"));
    }
    return Duration.ofSeconds(Math.clamp(expires.longValue() - now, 1, LONGEST));
  }
}
