package dev.crosstrust.ui.settings;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.crosstrust.ui.kit.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A window's memory: one small YAML file, replaced as a whole. May be used by several threads. */
public final class WindowMemory {
  private static final long LARGEST_BYTES = 64 * 1024;
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .build();

  private final Path file;
  private final @Nullable String problem;
  private final boolean first;
  private WindowState state;

  private WindowMemory(Path file, WindowState state, @Nullable String problem, boolean first) {
    this.file = file;
    this.state = state;
    this.problem = problem;
    this.first = first;
  }

  /** Reads the file; one that cannot be used counts as none, and is a {@link #problem}. */
  public static WindowMemory read(Path file) {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        return unusable(file);
      }
      WindowState read = YAML.readValue(Files.readString(file), WindowState.class);
      return read == null ? unusable(file) : new WindowMemory(file, read, null, false);
    } catch (NoSuchFileException e) {
      return new WindowMemory(file, WindowState.NEW, null, true);
    } catch (IOException | JacksonException e) {
      return unusable(file);
    }
  }

  private static WindowMemory unusable(Path file) {
    String sentence = "%s cannot be used, so the window begins as new".formatted(file);
    return new WindowMemory(file, WindowState.NEW, sentence, false);
  }

  /** Whether there was no file: this is the window's first time. */
  public boolean first() {
    return first;
  }

  /** Why the file was not used, in a sentence. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** What is remembered now. */
  public synchronized WindowState state() {
    return state;
  }

  public synchronized void theme(Look chosen) {
    state = state.with(chosen);
  }

  public synchronized void asksOthers(boolean may) {
    state = state.asking(may);
  }

  public synchronized void place(WindowPlace seen) {
    state = state.with(seen);
  }

  public synchronized void screen(String shown) {
    state = state.with(shown);
  }

  public synchronized void story(String id, StoryProgress progress) {
    state = state.with(id, progress);
  }

  /**
   * Writes it, whole or not at all.
   *
   * @throws IOException when the folder or the file cannot be written
   */
  public synchronized void save() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path written = Files.createTempFile(folder, "window", ".tmp");
    try {
      Files.writeString(written, YAML.writeValueAsString(state));
      Files.move(written, file, ATOMIC_MOVE, REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }
}
