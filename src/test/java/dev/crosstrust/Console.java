package dev.crosstrust;

import dev.crosstrust.command.Program;
import dev.crosstrust.command.Window;
import dev.crosstrust.command.kit.Terminal;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.surroundings.Sandboxes;
import dev.crosstrust.surroundings.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** The command line inside the test's own process: words in, text and exit code out. */
public final class Console {
  private final Machine machine;
  private final Sandboxes sandboxes;
  private String input = "";

  public Console(Machine machine) {
    this(machine, Wiring.sandboxes());
  }

  public Console(Machine machine, Sandboxes sandboxes) {
    this.machine = machine;
    this.sandboxes = sandboxes;
  }

  /** What came of one command line. */
  public record Result(int exit, String out, String err) {
    public String all() {
      return out + err;
    }
  }

  /** The next command reads this from standard input. */
  public Console given(String text) {
    input = text;
    return this;
  }

  public Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int exit =
        new Program(machine, InstantSource.system(), sandboxes, Console::noWindow)
            .run(terminal, arguments);
    return new Result(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static void noWindow(Surroundings here, boolean onSandbox)
      throws Window.UnavailableException {
    throw new Window.UnavailableException("tests open no window", null);
  }
}
