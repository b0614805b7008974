package dev.crosstrust.identity.google;

import dev.crosstrust.identity.BoundedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files of settings and credentials, and says in one sentence why one cannot be read. */
final class SmallFile {
  private SmallFile() {}

  static byte[] read(Path file) throws UnusableFileException {
    try {
      return BoundedFile.bytes(file, BoundedFile.USUAL_LIMIT);
    } catch (NoSuchFileException e) {
      throw UnusableFileException.missing(file + " does not exist");
    } catch (BoundedFile.TooLargeException e) {
      throw UnusableFileException.unreadable(file + " is too large to be a file of credentials");
    } catch (IOException e) {
      String why = Files.isDirectory(file) ? "a folder" : e.getClass().getSimpleName();
      throw UnusableFileException.unreadable("%s cannot be read: %s".formatted(file, why));
    }
  }
}
