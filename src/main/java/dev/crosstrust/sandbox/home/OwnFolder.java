package dev.crosstrust.sandbox.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells the folders that a sandbox made from those of people: somebody's own profiles are never
 * overwritten, while a sandbox that starts again in its own folder is.
 */
final class OwnFolder {
  private static final String MARKER = ".crosstrust-sandbox";

  private OwnFolder() {}

  /**
   * Marks the folder as a sandbox's.
   *
   * @param files what will be written or deleted in it
   * @throws IOException when it is not marked and one of the files is there
   */
  static void claim(Path folder, List<Path> files, PrivateFiles writer) throws IOException {
    Path marker = folder.resolve(MARKER);
    if (Files.isRegularFile(marker, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    for (Path file : files) {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException(
            "%s is there and was not made by a sandbox: choose another folder".formatted(file));
      }
    }
    writer.write(marker, "Made by crosstrust sandbox, which writes these files at every start.\n");
  }
}
