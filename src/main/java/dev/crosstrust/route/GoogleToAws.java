package dev.crosstrust.route;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Google ID token traded for a role's session.
 *
 * @param impersonate the service account whose token is asked for; null for the identity's own
 * @param audience what the token is made out to, for example {@code sts.amazonaws.com}
 */
public record GoogleToAws(
    String name,
    String identity,
    @Nullable String impersonate,
    String audience,
    Role aws,
    Expect expect,
    List<Step> steps)
    implements Route {
  public GoogleToAws {
    steps = List.copyOf(steps);
  }

  @Override
  public Direction direction() {
    return Direction.GOOGLE_TO_AWS;
  }

  @Override
  public String becomes() {
    return aws.role().substring(aws.role().lastIndexOf(':') + 1);
  }

  /**
   * The role to enter.
   *
   * @param region whose STS is asked and whose services are called
   * @param session the name of the session; null for {@link #DEFAULT_SESSION}
   * @param duration of the session, in whole seconds; null for AWS's default, an hour
   */
  public record Role(
      String region, String role, @Nullable String session, @Nullable Duration duration) {
    /** What a session is called when the route does not say. */
    public static final String DEFAULT_SESSION = "crosstrust";

    /** The session's name. */
    public String sessionName() {
      return session == null ? DEFAULT_SESSION : session;
    }
  }
}
