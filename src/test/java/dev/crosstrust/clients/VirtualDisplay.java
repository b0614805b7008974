package dev.crosstrust.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

  /** Waits for the application's window, and presses keys in it, for example {@code ctrl+q}. */
  void press(Path folder, String... keys) {
    // A window that the keys close is gone before they are up again, which xdotool takes amiss:
    // what counts is what the window does.
    List<String> command =
        List.of(
            "xdotool",
            "search",
            "--sync",
            "--onlyvisible",
            "--name",
            "^Crosstrust$",
            "windowfocus",
            "--sync",
            "key");
    new Client(folder, Map.of("DISPLAY", name()))
        .run(Stream.concat(command.stream(), Stream.of(keys)).toList());
  }

  @Override
  public void close() {
    server.destroy();
    server.onExit().join();
  }
}
