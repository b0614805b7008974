package dev.crosstrust.evidence;

import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import java.io.IOException;

/** A call that could not be sent as it is, or whose answer could not be taken. */
public final class BrokenCallException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /**
   * @param message without what was sent or received: it may be secret
   */
  BrokenCallException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
