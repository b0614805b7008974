package dev.crosstrust.storage;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The file that an object is downloaded to. It appears whole or not at all: the content goes to a
 * file beside it, which is moved when it is complete and deleted when anything fails.
 *
 * @param file where it shall be
 * @param replace whether a file there may be replaced: only one that the user named
 */
public record Destination(Path file, boolean replace) {
  private static final int BUFFER_BYTES = 64 * 1024;

  /**
   * Where an object goes when the user chose this path: into it when it is a folder, under a name
   * made safe and replacing nothing, because that name is not the user's; otherwise exactly there.
   */
  public static Destination of(StorageUri object, Path chosen) {
    return Files.isDirectory(chosen)
        ? new Destination(inside(chosen, object.name()), false)
        : new Destination(chosen, true);
  }

  private static Path inside(Path folder, String objectName) {
    try {
      return folder.resolve(SafeName.of(objectName));
    } catch (InvalidPathException e) {
      return folder.resolve(SafeName.ascii(objectName));
    }
  }

  /**
   * Takes the content to the end and closes it. Devices, pipes and folders are never replaced.
   *
   * @return its size in bytes; broken as {@link Kind#LOCAL} when it cannot be written here, {@link
   *     Kind#CANCELLED} when the thread is interrupted, {@link Kind#UNREACHABLE} when it ends early
   */
  public Outcome<Long> save(InputStream content, Progress progress) {
    try (content) {
      if (!replace && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return exists();
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        return Outcome.broken(Kind.LOCAL, "%s is not a file".formatted(file));
      }
      Path partial = file.resolveSibling(".crosstrust-%s.part".formatted(UUID.randomUUID()));
      try {
        long bytes = copy(content, partial, progress);
        move(partial);
        return Outcome.done(bytes);
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (FileAlreadyExistsException e) {
      return exists();
    } catch (IOException e) {
      return failed(e);
    }
  }

  private static long copy(InputStream content, Path partial, Progress progress)
      throws IOException {
    // Made anew and never through a link that somebody put there.
    try (OutputStream out = Files.newOutputStream(partial, StandardOpenOption.CREATE_NEW)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      long bytes = 0;
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("cancelled");
        }
        write(out, buffer, n);
        bytes += n;
        progress.moved(bytes);
      }
      return bytes;
    }
  }

  /** A full disk has no file in its message; the copy's other failures are the sender's. */
  private static void write(OutputStream out, byte[] buffer, int n) throws IOException {
    try {
      out.write(buffer, 0, n);
    } catch (IOException e) {
      throw new FileSystemException(null, null, e.getMessage());
    }
  }

  /** Replaces the name itself: a link that stands there is not followed. */
  private void move(Path partial) throws IOException {
    if (replace) {
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } else {
      Files.move(partial, file);
    }
  }

  private Outcome<Long> exists() {
    return Outcome.broken(Kind.LOCAL, "%s exists already".formatted(file));
  }

  private Outcome<Long> failed(IOException e) {
    if (Thread.currentThread().isInterrupted()) {
      return Outcome.broken(Kind.CANCELLED, "cancelled");
    }
    return switch (e) {
      case NoSuchFileException _ -> local("there is no such folder");
      case AccessDeniedException _ -> local("it is not permitted");
      case FileSystemException local -> local(describe(local.getReason(), local));
      default ->
          Outcome.broken(
              Kind.UNREACHABLE, "the download broke off: " + describe(e.getMessage(), e));
    };
  }

  private Outcome<Long> local(String why) {
    return Outcome.broken(Kind.LOCAL, "%s cannot be written: %s".formatted(file, why));
  }

  private static String describe(@Nullable String message, IOException e) {
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
