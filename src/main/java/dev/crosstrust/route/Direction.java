package dev.crosstrust.route;

/** From which cloud to which. */
public enum Direction {
  GOOGLE_TO_AWS("google-to-aws"),
  AWS_TO_GOOGLE("aws-to-google");

  private final String text;

  Direction(String text) {
    this.text = text;
  }

  /** As it is written in files and JSON. */
  public String text() {
    return text;
  }
}
