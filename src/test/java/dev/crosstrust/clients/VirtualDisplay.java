package dev.crosstrust.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A display that nobody looks at: Xvfb, on a number of its own choice. */
final class VirtualDisplay implements AutoCloseable {
  private final Process server;
  private final String number;

  private VirtualDisplay(Process server, String number) {
    this.server = server;
    this.number = number;
  }

  static VirtualDisplay start() throws IOException {
    Process server =
        new ProcessBuilder(
                "Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
    String number = out.readLine();
    if (number == null) {
      throw new IOException("Xvfb ended before it had a display");
    }
    return new VirtualDisplay(server, number);
  }

  /** For the variable DISPLAY. */
  String name() {
    return ":" + number;
  }

  @Override
  public void close() {
    server.destroy();
    server.onExit().join();
  }
}
