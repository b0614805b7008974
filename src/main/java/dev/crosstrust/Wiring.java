package dev.crosstrust;

import dev.crosstrust.command.Window;
import dev.crosstrust.command.kit.Terminal;
import dev.crosstrust.sandbox.Fault;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.surroundings.Sandboxes;
import dev.crosstrust.ui.Display;
import dev.crosstrust.ui.NoDisplayException;
import dev.crosstrust.ui.WindowSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The one place that knows the commands, the sandbox and the window. */
final class Wiring {
  private Wiring() {}

  static Sandboxes sandboxes() {
    return new Sandboxes() {
      @Override
      public Running start(Options options) throws IOException {
        return new RunningSandbox(
            Sandbox.start(
                new Sandbox.Options(
                    options.home(),
                    options.port(),
                    options.faults().stream().map(Fault::of).toList(),
                    options.objects(),
                    UnaryOperator.identity()),
                InstantSource.system()));
      }

      @Override
      public List<String> faults() {
        return Fault.ids();
      }
    };
  }

  static Window window() {
    return (here, onSandbox) -> {
      Terminal.silenceOthers();
      try {
        Display.start(System.getProperty("os.name"));
      } catch (NoDisplayException e) {
        throw new Window.UnavailableException(String.valueOf(e.getMessage()), e.getCause());
      }
      new WindowSession(here, sandboxes()).run(onSandbox);
    };
  }

  private record RunningSandbox(Sandbox sandbox) implements Sandboxes.Running {
    @Override
    public Map<String, URI> endpoints() {
      return sandbox.endpoints();
    }

    @Override
    public Path home() {
      return sandbox.home();
    }

    @Override
    public Map<String, String> environment() {
      return sandbox.environment();
    }

    @Override
    public void close() {
      try {
        sandbox.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
