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
 */
public record PoolQuestion(
    Token token,
    PoolProvider provider,
    @Nullable String audience,
    @Nullable IamPolicy bindings,
    SignatureCheck signature,
    Instant at,
    @Nullable String caller) {}
