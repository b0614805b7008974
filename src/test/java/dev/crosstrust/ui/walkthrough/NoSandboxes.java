package dev.crosstrust.ui.walkthrough;

import dev.crosstrust.surroundings.Sandboxes;
import java.io.IOException;
import java.util.List;

/** A machine on which none starts. */
record NoSandboxes() implements Sandboxes {
  @Override
  public Running start(Options options) throws IOException {
    throw new IOException("no port is free");
  }

  @Override
  public List<String> faults() {
    return List.of();
  }
}
