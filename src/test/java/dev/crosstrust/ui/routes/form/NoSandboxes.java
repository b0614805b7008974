package dev.crosstrust.ui.routes.form;

import dev.crosstrust.surroundings.Sandboxes;
import java.io.IOException;
import java.util.List;

/** The window works on the home that it is given. */
final class NoSandboxes implements Sandboxes {
  @Override
  public Running start(Options options) throws IOException {
    throw new IOException("not here");
  }

  @Override
  public List<String> faults() {
    return List.of();
  }
}
