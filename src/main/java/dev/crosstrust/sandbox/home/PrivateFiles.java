package dev.crosstrust.sandbox.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes files that only their owner may read (0600, directories 0700; on Windows what the parent
 * directory gives).
 */
final class PrivateFiles {
  private final FileAttribute<?>[] fileMode;
  private final FileAttribute<?>[] directoryMode;

  PrivateFiles(Path root) {
    boolean posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
    this.fileMode = posix ? mode("rw-------") : new FileAttribute<?>[0];
    this.directoryMode = posix ? mode("rwx------") : new FileAttribute<?>[0];
  }

  private static FileAttribute<?>[] mode(String permissions) {
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }

  /** Makes a directory and those above it, where missing. */
  void directory(Path directory) throws IOException {
    Files.createDirectories(directory, directoryMode);
  }

  /** Writes a file whole or not at all, over one of the same name. */
  void write(Path file, String text) throws IOException {
    directory(file.resolveSibling(""));
    Path draft = Files.createTempFile(file.resolveSibling(""), ".", ".new", fileMode);
    try {
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
