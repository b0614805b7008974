package dev.crosstrust.ui;

import java.util.Locale;
import javafx.application.Platform;

/** The way to the screen; whether there is one is found out by trying. */
public final class Display {
  private Display() {}

  /**
   * Starts JavaFX. What it writes to standard error when it fails is the caller's to keep quiet.
   *
   * @param system what runs here, as {@code os.name} has it
   * @throws NoDisplayException when there is no display, or a library of the desktop is missing
   */
  public static void start(String system) throws NoDisplayException {
    try {
      Platform.startup(() -> Platform.setImplicitExit(false));
    } catch (LinkageError | RuntimeException e) {
      // JavaFX has no types of its own for these: they are UnsupportedOperationException,
      // UnsatisfiedLinkError and a bare RuntimeException around that.
      throw new NoDisplayException(sentence(String.valueOf(e.getMessage()), system), e);
    }
  }

  static String sentence(String message, String system) {
    if (message.contains("DISPLAY")) {
      return "no window can be opened: there is no display here, or DISPLAY names none";
    }
    return system.toLowerCase(Locale.ROOT).startsWith("linux")
        ? "no window can be opened: a library of the desktop is missing"
            + " (apt install libgtk-3-0 libxtst6)"
        : "no window can be opened here: " + message.lines().findFirst().orElse("");
  }
}
