package dev.crosstrust.trust.aws.policy;

/** JSON that is no policy: AWS does not store it. Its message is one sentence. */
public final class MalformedPolicy extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedPolicy(String sentence) {
    super(sentence);
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
