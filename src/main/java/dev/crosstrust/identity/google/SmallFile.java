package dev.crosstrust.identity.google;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files of settings and credentials, never more of them than such a file can have. */
final class SmallFile {
  private static final int LIMIT = 1024 * 1024;

  private SmallFile() {}

  static byte[] read(Path file) throws UnusableFileException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        throw UnusableFileException.unreadable(file + " is too large to be a file of credentials");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw UnusableFileException.missing(file + " does not exist");
    } catch (UnusableFileException e) {
      throw e;
    } catch (IOException e) {
      String why = Files.isDirectory(file) ? "a folder" : e.getClass().getSimpleName();
      throw UnusableFileException.unreadable("%s cannot be read: %s".formatted(file, why));
    }
  }
}
