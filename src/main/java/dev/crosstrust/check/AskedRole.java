package dev.crosstrust.check;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The role that a token is presented for, and how.
 *
 * @param identity of Google that the token is of, by its id
 * @param impersonate the service account whose token it is; null for the identity's own
 * @param arn of the role
 * @param region whose STS is asked
 * @param session what the session is to be called
 * @param duration of the session; null for AWS's default
 */
public record AskedRole(
    String identity,
    @Nullable String impersonate,
    String arn,
    String region,
    String session,
    @Nullable Duration duration) {}
