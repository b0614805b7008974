package dev.crosstrust.sandbox.aws.account;

import dev.crosstrust.sandbox.aws.policy.AttachedPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a session is given at its beginning.
 *
 * @param policies the session policies; empty when none were passed, and then nothing is cut off
 * @param context condition keys that later requests of the session carry
 * @param tokenLength characters of the session token
 */
public record SessionGrant(
    Role role,
    String sessionName,
    Duration lifetime,
    Optional<List<AttachedPolicy>> policies,
    Map<String, List<String>> context,
    int tokenLength) {
  /** The length of a session token of which nothing else was asked. */
  public static final int TOKEN_LENGTH = 356;

  /** A session with all its role may do. */
  public static SessionGrant of(Role role, String sessionName, Duration lifetime) {
    return new SessionGrant(role, sessionName, lifetime, Optional.empty(), Map.of(), TOKEN_LENGTH);
  }
}
