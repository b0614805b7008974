package dev.crosstrust.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Where the profile home is. A folder that the user chose stays; a temporary one goes at the end,
 * whatever clients have written into it.
 */
record HomeFolder(Path path, boolean temporary) implements AutoCloseable {

  /**
   * The chosen folder, which need not be there yet, or a new temporary one.
   *
   * @param chosen null for a temporary one
   */
  static HomeFolder of(@Nullable Path chosen) throws IOException {
    return chosen == null
        ? new HomeFolder(Files.createTempDirectory("crosstrust-sandbox"), true)
        : new HomeFolder(chosen, false);
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      Files.walkFileTree(path, new Deletion());
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
