package dev.crosstrust.sandbox;

import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import java.io.IOException;

/** The two ports, one a cloud: paths of S3 and of Google's services collide on one. */
record Servers(LoopbackServer aws, LoopbackServer google) implements AutoCloseable {

  /**
   * Starts both, or neither.
   *
   * @param port of the AWS half, Google's is one above; 0 for free ones
   */
  static Servers start(int port, Handler aws, Handler google) throws IOException {
    LoopbackServer first = LoopbackServer.start(port, aws);
    try {
      return new Servers(first, LoopbackServer.start(port == 0 ? 0 : port + 1, google));
    } catch (IOException e) {
      first.close();
      throw e;
    }
  }

  @Override
  public void close() {
    aws.close();
    google.close();
  }
}
