package dev.crosstrust.sandbox.aws.policy;

/** A text that is no policy; the message is what AWS answers as {@code MalformedPolicyDocument}. */
public final class MalformedPolicyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedPolicyException(String message) {
    super(message, null, false, false);
  }

  /** AWS's text, never null. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
