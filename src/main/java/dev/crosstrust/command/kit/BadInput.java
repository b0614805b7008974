package dev.crosstrust.command.kit;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What the user gave cannot be used: one clear sentence, and exit code 2. */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param sentence what is wrong and where
   */
  public BadInput(String sentence) {
    super(sentence);
  }

  private BadInput(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence for a file that cannot be read or written. */
  public static BadInput of(IOException e, Path file) {
    String sentence =
        switch (e) {
          case NoSuchFileException _ -> "there is no file " + file;
          case AccessDeniedException _ -> "no permission to use " + file;
          default -> {
            String message = String.valueOf(e.getMessage());
            yield message.startsWith(file.toString()) ? message : file + ": " + message;
          }
        };
    return new BadInput(sentence, e);
  }

  /** That this machine has no identity of this id. */
  public static BadInput nobody(String id) {
    return new BadInput(
        "this machine has no identity %s (see: crosstrust identities)".formatted(id));
  }
}
