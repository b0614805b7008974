package dev.crosstrust.route.foreign;

import dev.crosstrust.identity.BoundedFile;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.route.file.RouteProblem;
import dev.crosstrust.route.file.RouteReader;
import dev.crosstrust.route.file.RouteWriter;
import dev.crosstrust.secret.Redactor;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes a route of another tool's file: an {@code external_account} JSON of Google's libraries, or
 * an AWS configuration with a web identity profile. The file is hostile until it is shown: what it
 * names is reported and not touched, and what it says must be what a route may say.
 */
public final class RouteImport {
  private static final int LARGEST_BYTES = 256 * 1024;

  private RouteImport() {}

  /**
   * Reads a file.
   *
   * @param profile which profile of an AWS configuration; null for the only one that fits
   * @param name of the route; null for one made from the file
   */
  public static Imported read(Path file, @Nullable String profile, @Nullable String name) {
    try {
      String text = BoundedFile.text(file, LARGEST_BYTES);
      Imported.Good read =
          text.stripLeading().startsWith("{")
              ? ExternalAccountReader.read(text, nameOr(name, file))
              : WebIdentityProfile.read(file, profile, name);
      return checked(read, file);
    } catch (ImportException e) {
      return bad(file, String.valueOf(e.getMessage()));
    } catch (BoundedFile.TooLargeException e) {
      return bad(file, "too large for a configuration");
    } catch (NoSuchFileException e) {
      return bad(file, "there is no such file");
    } catch (CharacterCodingException e) {
      return bad(file, "not text in UTF-8");
    } catch (IOException e) {
      return bad(file, "cannot be read (%s)".formatted(e.getClass().getSimpleName()));
    }
  }

  /** The profiles of a file of which a route can be made; empty for any other file. */
  public static List<String> profiles(Path file) {
    try {
      return WebIdentityProfile.names(file);
    } catch (ImportException e) {
      return List.of();
    }
  }

  /** What cannot be saved and read back is not a route. */
  private static Imported checked(Imported.Good read, Path file) {
    List<String> notes = read.notes().stream().map(RouteImport::shown).toList();
    return switch (RouteReader.read(RouteWriter.write(read.route()), file.toString())) {
      case Loaded.Good(Route route, String _) -> new Imported.Good(route, notes);
      case Loaded.Bad(RouteProblem problem) -> bad(file, shown(problem.message()));
    };
  }

  /** Neither a secret nor anything that would move a terminal's cursor. */
  private static String shown(String text) {
    return new Redactor().text(text).replaceAll("\\p{Cntrl}", "�");
  }

  private static Imported bad(Path file, String message) {
    return new Imported.Bad(new RouteProblem(file.toString(), 0, 0, message));
  }

  private static String nameOr(@Nullable String name, Path file) {
    return name == null
        ? asName(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""))
        : name;
  }

  /** The nearest text that may name a route. */
  public static String asName(String text) {
    String name =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return name.isEmpty() ? "imported" : name.substring(0, Math.min(name.length(), 63));
  }
}
