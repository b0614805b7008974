package dev.crosstrust.check;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The role that a token is presented for, and how.
 *
 * @param arn of the role
 * @param region whose STS is asked
 * @param session what the session is to be called
 * @param duration of the session; null for AWS's default
 */
public record AskedRole(String arn, String region, String session, @Nullable Duration duration) {}
