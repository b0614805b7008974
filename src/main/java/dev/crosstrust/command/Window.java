package dev.crosstrust.command;

import dev.crosstrust.surroundings.Surroundings;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Opens the window: all that the command line knows of it. */
public interface Window {
  /**
   * Opens it, and returns when it has been closed.
   *
   * @param here the machine's own surroundings
   * @param onSandbox whether it is to work on sandbox clouds
   * @throws UnavailableException when there is no display, or a library of the desktop is missing
   * @throws IOException when what the window should remember cannot be written
   * @throws InterruptedException when the user has ended the program; the window is closed then
   */
  void open(Surroundings here, boolean onSandbox)
      throws UnavailableException, IOException, InterruptedException;

  /** No window can be opened here; the message is a sentence that says why. */
  final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnavailableException(String sentence, @Nullable Throwable cause) {
      super(sentence, cause);
    }
  }
}
