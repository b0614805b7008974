package dev.crosstrust.credential;

import dev.crosstrust.secret.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keys that sign calls to AWS.
 *
 * @param accessKeyId not secret: it names the key in every signed request
 * @param sessionToken set for temporary credentials
 * @param expiresAt set for temporary credentials whose end is known
 */
public record AwsCredentials(
    String accessKeyId,
    Secret secretAccessKey,
    @Nullable Secret sessionToken,
    @Nullable Instant expiresAt) {}
