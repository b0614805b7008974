package dev.crosstrust.ui.lens;

import dev.crosstrust.surroundings.Sandboxes;
import java.io.IOException;
import java.util.List;

/** For screens that start none. */
final class NoSandboxes implements Sandboxes {
  @Override
  public Running start(Options options) throws IOException {
    throw new IOException("no sandbox here");
  }

  @Override
  public List<String> faults() {
    return List.of();
  }
}
