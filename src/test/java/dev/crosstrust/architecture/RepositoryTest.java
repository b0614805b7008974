package dev.crosstrust.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must not be in any file, and what must be beside every file. */
class RepositoryTest {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Set<String> NOT_OURS = Set.of(".git", "target", "vectors");

  private static final Map<String, Pattern> FORBIDDEN =
      Map.of(
          "a signed token",
              Pattern.compile("eyJ[A-Za-z0-9_-]{20,}\\.eyJ[A-Za-z0-9_-]{20,}\\.[A-Za-z0-9_-]{20,}"),
          "a private key",
              Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s*\\n?[A-Za-z0-9+/]{40}"),
          "a Google access token", Pattern.compile("ya29\\.[A-Za-z0-9_-]{60,}"),
          "a path of one machine",
              Pattern.compile("(?m)(^|[\\s\"'=(:])/(root|home/[a-z]+|work|tmp/[a-z])/"));

  @Test
  void nothingSecretAndNoMachinePathIsInTheTree() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      String text = textOf(file);
      FORBIDDEN.forEach(
          (what, pattern) -> {
            if (pattern.matcher(text).find()) {
              found.add(ROOT.relativize(file) + " holds what looks like " + what);
            }
          });
    }

    assertThat(found).isEmpty();
  }

  @Test
  void everyPackageHasACaption() throws IOException {
    Path sources = ROOT.resolve("src/main/java");
    try (Stream<Path> all = Files.walk(sources)) {
      List<Path> without =
          all.filter(Files::isRegularFile)
              .map(Path::getParent)
              .distinct()
              .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
              .toList();

      assertThat(without).isEmpty();
    }
  }

  @Test
  void nobodyCatchesEverything() throws IOException {
    Pattern catchAll = Pattern.compile("catch \\((final )?(Exception|Throwable|RuntimeException) ");
    List<Path> found = new ArrayList<>();
    for (Path file : files()) {
      boolean main = file.startsWith(ROOT.resolve("src/main/java"));
      if (main && !file.endsWith("Main.java") && catchAll.matcher(textOf(file)).find()) {
        found.add(ROOT.relativize(file));
      }
    }

    assertThat(found).as("files that catch more than they can know").isEmpty();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(Files::isRegularFile).filter(RepositoryTest::isOurs).toList();
    }
  }

  private static boolean isOurs(Path file) {
    for (Path part : ROOT.relativize(file)) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }

  private static String textOf(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (MalformedInputException binary) {
      return "";
    }
  }
}
