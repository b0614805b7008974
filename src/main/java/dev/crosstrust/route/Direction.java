package dev.crosstrust.route;

/** From which cloud to which. */
public enum Direction {
  GOOGLE_TO_AWS("google-to-aws", "Google → AWS"),
  AWS_TO_GOOGLE("aws-to-google", "AWS → Google");

  private final String text;
  private final String arrow;

  Direction(String text, String arrow) {
    this.text = text;
    this.arrow = arrow;
  }

  /** As it is written in files and JSON. */
  public String text() {
    return text;
  }

  /** The same for people. */
  public String arrow() {
    return arrow;
  }
}
