package dev.crosstrust.credential;

import dev.crosstrust.secret.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth 2 access token of Google.
 *
 * @param expiresAt set when its end is known
 */
public record GoogleAccessToken(Secret token, @Nullable Instant expiresAt) {}
