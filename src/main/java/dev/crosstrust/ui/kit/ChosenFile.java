package dev.crosstrust.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that somebody chose to be read as text; what goes wrong is told in one sentence. */
public final class ChosenFile {
  private ChosenFile() {}

  /**
   * All of it.
   *
   * @param most bytes that it may have
   */
  public static String whole(Path file, long most) throws IOException {
    try {
      if (Files.size(file) > most) {
        throw new IOException("%s has more than %,d bytes.".formatted(file, most));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw told(file, e);
    }
  }

  /**
   * Its beginning; what is no UTF-8 in it becomes a sign for that.
   *
   * @param most bytes that are read
   */
  public static String beginning(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(most), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw told(file, e);
    }
  }

  private static IOException told(Path file, IOException e) {
    String message = String.valueOf(e.getMessage());
    String sentence =
        switch (e) {
          case NoSuchFileException _ -> "There is no file %s.".formatted(file);
          case AccessDeniedException _ -> "%s may not be read.".formatted(file);
          case MalformedInputException _ -> "%s is no text.".formatted(file);
          default ->
              message.startsWith(file.toString())
                  ? message
                  : "%s cannot be read: %s".formatted(file, message);
        };
    return new IOException(sentence, e);
  }
}
