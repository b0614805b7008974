package dev.crosstrust.finding;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Commands as people paste them. */
public final class Commands {
  private Commands() {}

  /** A command of these words, each quoted where a POSIX shell needs it. */
  public static String of(String command, String... words) {
    return command
        + Arrays.stream(words).map(word -> " " + Shell.quoted(word)).collect(Collectors.joining());
  }
}
