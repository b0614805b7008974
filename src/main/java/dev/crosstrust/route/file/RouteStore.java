package dev.crosstrust.route.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.crosstrust.identity.BoundedFile;
import dev.crosstrust.route.Route;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The saved routes: one YAML file each, named after its route.
 *
 * @param folder need not exist before the first is saved
 */
public record RouteStore(Path folder) {
  private static final String SUFFIX = ".yaml";
  private static final int LARGEST_BYTES = 256 * 1024;

  /** All of them by file name, those that cannot be read as problems. */
  public List<Loaded> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted()
          .map(this::saved)
          .toList();
    }
  }

  /**
   * One route.
   *
   * @param nameOrFile a saved route's name, or the path of a file
   */
  public Loaded load(String nameOrFile) {
    boolean name = Form.NAME.pattern().matcher(nameOrFile).matches();
    if (!name) {
      return read(Path.of(nameOrFile));
    }
    Path file = fileOf(nameOrFile);
    return Files.exists(file) ? saved(file) : unknown(nameOrFile);
  }

  /**
   * Writes a route under its name, whole or not at all.
   *
   * @return its file
   */
  public Path save(Route route) throws IOException {
    Files.createDirectories(folder);
    Path written = Files.createTempFile(folder, route.name(), ".tmp");
    try {
      Files.writeString(written, RouteWriter.write(route));
      return Files.move(written, fileOf(route.name()), ATOMIC_MOVE, REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /** Whether a file of this route's name is there, readable or not. */
  public boolean contains(String name) {
    return Files.exists(fileOf(name));
  }

  /**
   * Deletes a saved route; does nothing when it is gone already.
   *
   * @param file as {@link #list} found it
   * @throws IOException also when the file is none of this folder's
   */
  public void delete(Path file) throws IOException {
    if (!folder.equals(file.getParent()) || !file.toString().endsWith(SUFFIX)) {
      throw new IOException("%s is not a saved route".formatted(file));
    }
    Files.deleteIfExists(file);
  }

  /** The name that a file takes, whatever is in it. */
  public static String nameOf(Loaded loaded) {
    String file = String.valueOf(Path.of(loaded.file()).getFileName());
    return file.substring(0, file.length() - SUFFIX.length());
  }

  /** Where the route of this name is saved, or would be. */
  public Path fileOf(String name) {
    return folder.resolve(name + SUFFIX);
  }

  /** A saved route must be found by the name it bears. */
  private Loaded saved(Path file) {
    Loaded loaded = read(file);
    if (loaded instanceof Loaded.Good(Route route, String where)
        && !file.getFileName().toString().equals(route.name() + SUFFIX)) {
      return bad(where, "the route in this file is named %s".formatted(route.name()));
    }
    return loaded;
  }

  private static Loaded read(Path file) {
    try {
      return RouteReader.read(BoundedFile.text(file, LARGEST_BYTES), file.toString());
    } catch (BoundedFile.TooLargeException e) {
      return bad(file.toString(), "too large for a route");
    } catch (NoSuchFileException e) {
      return bad(file.toString(), "there is no such file");
    } catch (CharacterCodingException e) {
      return bad(file.toString(), "not text in UTF-8");
    } catch (IOException e) {
      return bad(file.toString(), "cannot be read (%s)".formatted(e.getClass().getSimpleName()));
    }
  }

  private Loaded unknown(String name) {
    return bad(
        folder.toString(),
        "there is no saved route %s%s".formatted(name, Suggestion.of(name, names())));
  }

  private List<String> names() {
    try {
      return list().stream()
          .filter(Loaded.Good.class::isInstance)
          .map(loaded -> ((Loaded.Good) loaded).route().name())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Loaded bad(String file, String message) {
    return new Loaded.Bad(new RouteProblem(file, 0, 0, message));
  }
}
