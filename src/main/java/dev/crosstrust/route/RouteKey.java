package dev.crosstrust.route;

/** The single values of a route from Google to AWS, in the order in which they are asked for. */
public enum RouteKey {
  NAME("name"),
  IDENTITY("identity"),
  IMPERSONATE("impersonate"),
  AUDIENCE("audience"),
  ROLE("aws.role"),
  REGION("aws.region"),
  SESSION("aws.session"),
  DURATION("aws.duration"),
  AWS_ACCOUNT("expect.aws-account");

  private final String path;

  RouteKey(String path) {
    this.path = path;
  }

  /** Its place in the file, groups before a dot. */
  public String path() {
    return path;
  }
}
