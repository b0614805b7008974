package dev.crosstrust.trust.google;

import dev.crosstrust.token.Token;
import dev.crosstrust.token.signature.SignatureCheck;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that a pool check needs to know.
 *
 * @param audience that Google STS is asked with; null for the provider's own name
 * @param bindings an allow policy that may name the principal; null for none
 * @param signature what is known of the token's signature
 * @param at when the token would be presented
 * @param caller whom AWS would name for a signed request, an ARN; null where it is not known
 * @param universe {@code googleapis.com}, or the domain of a sovereign cloud
 */
public record PoolQuestion(
    Token token,
    PoolProvider provider,
    @Nullable String audience,
    @Nullable IamPolicy bindings,
    SignatureCheck signature,
    Instant at,
    @Nullable String caller,
    String universe) {
  /** The universe of everybody who names none. */
  public static final String DEFAULT_UNIVERSE = "googleapis.com";

  /** In the universe of everybody who names none. */
  public PoolQuestion(
      Token token,
      PoolProvider provider,
      @Nullable String audience,
      @Nullable IamPolicy bindings,
      SignatureCheck signature,
      Instant at,
      @Nullable String caller) {
    this(token, provider, audience, bindings, signature, at, caller, DEFAULT_UNIVERSE);
  }

  /** The universe that an audience is of; the usual one where it does not say. */
  public static String universeOf(@Nullable String audience) {
    return Names.universeOf(audience).orElse(DEFAULT_UNIVERSE);
  }

  /** The same about another provider. */
  public PoolQuestion with(PoolProvider other) {
    return new PoolQuestion(token, other, audience, bindings, signature, at, caller, universe);
  }

  Names names() {
    return new Names(provider, universe);
  }
}
