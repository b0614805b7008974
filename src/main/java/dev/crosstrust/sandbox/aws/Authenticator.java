package dev.crosstrust.sandbox.aws;

import dev.crosstrust.sandbox.wire.Request;
import java.io.IOException;

/** Finds out who signed a request of the query protocol. */
@FunctionalInterface
public interface Authenticator {
  /**
   * Checks the signature.
   *
   * @param request its body may be read once more
   * @param body the same body
   * @throws AwsError in the words of the query protocol when there is no valid signature
   */
  Caller authenticate(Request request, byte[] body) throws IOException;
}
