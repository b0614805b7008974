package dev.crosstrust.ui.kit;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/**
 * Asks for a place on this machine. The system's own dialogs do it where there is a desktop; the
 * headless platform has none.
 */
public interface Chooser {
  /** A folder to write into; empty when the user thinks better of it. */
  Optional<Path> folder(Window owner, String title);

  /** A file to read; empty when the user thinks better of it. */
  Optional<Path> file(Window owner, String title);
}
