package dev.crosstrust.route.file;

import static dev.crosstrust.route.Direction.AWS_TO_GOOGLE;
import static dev.crosstrust.route.Direction.GOOGLE_TO_AWS;

import dev.crosstrust.route.Direction;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The single values of a route, in the order in which they are asked for. */
public enum RouteKey {
  NAME("name"),
  IDENTITY("identity"),
  IMPERSONATE("impersonate", GOOGLE_TO_AWS),
  TOKEN_KIND("token.kind", AWS_TO_GOOGLE),
  AUDIENCE("audience"),
  ALGORITHM("token.algorithm", AWS_TO_GOOGLE),
  TOKEN_DURATION("token.duration", AWS_TO_GOOGLE),
  ROLE("aws.role", GOOGLE_TO_AWS),
  REGION("aws.region", GOOGLE_TO_AWS),
  SESSION("aws.session", GOOGLE_TO_AWS),
  DURATION("aws.duration", GOOGLE_TO_AWS),
  PROVIDER("google.provider", AWS_TO_GOOGLE),
  PROJECT("google.project", AWS_TO_GOOGLE),
  SERVICE_ACCOUNT("google.impersonate", AWS_TO_GOOGLE),
  UNIVERSE("google.universe", AWS_TO_GOOGLE),
  AWS_ACCOUNT("expect.aws-account"),
  GOOGLE_PROJECT("expect.google-project", AWS_TO_GOOGLE);

  private final String path;
  private final @Nullable Direction only;

  RouteKey(String path) {
    this.path = path;
    this.only = null;
  }

  RouteKey(String path, Direction only) {
    this.path = path;
    this.only = only;
  }

  /** Those of a route that goes this way. */
  public static List<RouteKey> of(Direction direction) {
    return Arrays.stream(values())
        .filter(key -> key.only == null || key.only == direction)
        .toList();
  }

  /** Its place in the file, groups before a dot. */
  public String path() {
    return path;
  }
}
