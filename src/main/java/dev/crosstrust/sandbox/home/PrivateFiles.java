package dev.crosstrust.sandbox.home;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * Writes files that only their owner may read (0600, directories 0700; on Windows what the parent
 * directory gives), and remembers what it made. Not safe for many threads.
 */
final class PrivateFiles {
  private final FileAttribute<?>[] fileMode;
  private final FileAttribute<?>[] directoryMode;
  private final SequencedSet<Path> files = new LinkedHashSet<>();
  private final SequencedSet<Path> directories = new LinkedHashSet<>();

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
    if (Files.isDirectory(directory)) {
      return;
    }
    Path parent = directory.getParent();
    if (parent != null) {
      directory(parent);
    }
    Files.createDirectory(directory, directoryMode);
    directories.add(directory);
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
    files.add(file);
  }

  /** Whether this directory was made here, so that all that is in it came later. */
  boolean made(Path directory) {
    return directories.contains(directory);
  }

  /** Deletes the files written, and the directories made that are empty then. */
  void remove() throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    for (Path directory : directories.reversed()) {
      if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
        deleteIfEmpty(directory);
      }
    }
    files.clear();
    directories.clear();
  }

  private static void deleteIfEmpty(Path directory) throws IOException {
    try {
      Files.delete(directory);
    } catch (DirectoryNotEmptyException somebodyElsesFiles) {
      // Not ours to delete.
    }
  }
}
