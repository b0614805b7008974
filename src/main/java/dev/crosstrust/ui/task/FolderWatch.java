package dev.crosstrust.ui.task;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells when something in some folders has changed, once for a burst of changes. A folder that is
 * not there yet is noticed when it comes. Owns one thread, which ends when it is closed.
 */
public final class FolderWatch implements AutoCloseable {
  /** Programs write a file in several steps: told is what stays for this long. */
  private static final long CALM_MILLIS = 200;

  private final Set<Path> folders;
  private final Runnable changed;
  private final Thread thread;

  /**
   * @param changed called on the watch's own thread: once when it begins to watch, then after each
   *     change
   */
  public FolderWatch(Set<Path> folders, Runnable changed) {
    this.folders = Set.copyOf(folders);
    this.changed = changed;
    this.thread = Thread.ofVirtual().name("folder-watch").start(this::watch);
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void watch() {
    try (WatchService service = FileSystems.getDefault().newWatchService()) {
      register(service);
      changed.run();
      while (true) {
        if (matters(service.take())) {
          awaitCalm(service);
          // Before it is told: what comes while the files are being read is a change again.
          register(service);
          changed.run();
        }
      }
    } catch (IOException e) {
      // This machine has no watches left: what is there is shown, and changes on request.
      changed.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Each folder, or the nearest one above it that exists. */
  private void register(WatchService service) throws IOException {
    for (Path folder : folders) {
      Path existing = existing(folder);
      if (existing != null) {
        existing.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
      }
    }
  }

  private static @Nullable Path existing(Path folder) {
    Path there = folder.toAbsolutePath();
    while (there != null && !Files.isDirectory(there)) {
      there = there.getParent();
    }
    return there;
  }

  private static void awaitCalm(WatchService service) throws InterruptedException {
    WatchKey key = service.poll(CALM_MILLIS, TimeUnit.MILLISECONDS);
    while (key != null) {
      key.pollEvents();
      key.reset();
      key = service.poll(CALM_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Of a folder above a wanted one, only the way down to that counts. */
  private boolean matters(WatchKey key) {
    boolean matters = false;
    if (key.watchable() instanceof Path folder) {
      boolean wanted = folders.stream().anyMatch(it -> it.toAbsolutePath().equals(folder));
      for (WatchEvent<?> event : key.pollEvents()) {
        matters |= wanted || !(event.context() instanceof Path name) || leads(folder, name);
      }
    }
    key.reset();
    return matters;
  }

  private boolean leads(Path folder, Path name) {
    Path child = folder.resolve(name);
    return folders.stream().anyMatch(wanted -> wanted.toAbsolutePath().startsWith(child));
  }
}
