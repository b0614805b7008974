package dev.crosstrust.ui.walkthrough;

import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.surroundings.Sandboxes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/**
 * Sandboxes as the application starts them.
 *
 * @param held they start when this is open
 */
record RealSandboxes(CountDownLatch held) implements Sandboxes {
  RealSandboxes() {
    this(new CountDownLatch(0));
  }

  @Override
  public Running start(Options options) throws IOException {
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("cancelled", e);
    }
    return new Clouds(
        Sandbox.start(
            new Sandbox.Options(options.home(), 0, List.of(), 0, UnaryOperator.identity()),
            InstantSource.system()));
  }

  @Override
  public List<String> faults() {
    return List.of();
  }

  private record Clouds(Sandbox sandbox) implements Running {
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
