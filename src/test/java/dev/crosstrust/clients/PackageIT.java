package dev.crosstrust.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.clients.Client.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Debian package, installed by dpkg below a temporary folder: the machine stays as it is, and
 * what removing leaves behind is seen.
 */
@EnabledIfSystemProperty(
    named = "crosstrust.packages",
    matches = ".+",
    disabledReason = "made and tried by mvn -Pinstaller verify")
class PackageIT {
  @TempDir private static Path root;
  @TempDir private Path home;

  @BeforeAll
  static void install() throws IOException {
    Result result = dpkg("--install", packageFile().toString());

    assertThat(result.exit()).as(result.all()).isZero();
  }

  @AfterAll
  static void purge() throws IOException {
    Result result = dpkg("--purge", "crosstrust");

    assertThat(result.exit()).as(result.all()).isZero();
    try (Stream<Path> left = Files.list(root)) {
      assertThat(left).extracting(Path::getFileName).extracting(Path::toString).containsOnly("var");
    }
  }

  @Test
  void pathAndDesktopFindIt() throws IOException {
    Path program = Path.of("opt/crosstrust/bin/crosstrust");
    assertThat(linked("usr/bin/crosstrust")).isEqualTo(program);
    Path entry = linked("usr/share/applications/crosstrust.desktop");
    assertThat(Files.readAllLines(root.resolve(entry)))
        .contains("Exec=/" + program, "Icon=crosstrust", "Categories=Development;");
    for (int size : new int[] {16, 24, 32, 48, 64, 128, 256, 512}) {
      Path icon = linked("usr/share/icons/hicolor/%1$dx%1$d/apps/crosstrust.png".formatted(size));
      assertThat(root.resolve(icon)).isNotEmptyFile();
    }
    assertThat(root.resolve(linked("usr/share/icons/hicolor/scalable/apps/crosstrust.svg")))
        .isNotEmptyFile();
  }

  /** A script fails where a desktop is missing, and is run as root. */
  @Test
  void nothingIsRunToInstallIt() throws IOException {
    assertThat(dpkg("--listfiles", "crosstrust").exit()).isZero();
    try (Stream<Path> files = Files.list(root.resolve("var/lib/dpkg/info"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.startsWith("crosstrust."))
          .containsExactlyInAnyOrder("crosstrust.list", "crosstrust.md5sums");
    }
  }

  @Test
  void itSaysItsVersionWithoutAnyJavaOnThePath() throws IOException {
    Result result = run(Map.of("PATH", "/nowhere"), "version");

    assertThat(result.exit()).as(result.all()).isZero();
    String version = result.out().lines().findFirst().orElseThrow();
    assertThat(version)
        .startsWith("Crosstrust " + new Client(home, Map.of()).run(field("Version")).out().strip());
    assertThat(result.err()).isEmpty();
  }

  @Test
  void itTellsTheStoryOfTheSandbox() {
    Result result = run(Map.of(), "--sandbox", "run", "gke-to-s3");

    assertThat(result.exit()).as(result.all()).isZero();
    assertThat(result.out()).contains("[ok] exchange").endsWith("Done: everything as expected.\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void aCommandMeetsPipesAndExitCodes() {
    assertThat(run(Map.of(), "nope").exit()).isEqualTo(2);
    // Standard input is closed at once: an empty token.
    assertThat(run(Map.of(), "token", "decode", "-").exit()).isEqualTo(2);
    Result withoutDisplay = run(Map.of());
    assertThat(withoutDisplay.exit()).isEqualTo(3);
    assertThat(withoutDisplay.err()).contains("no window can be opened: ");
  }

  @Test
  void aSignalEndsItInOrder() throws Exception {
    try (RunningApp app = start(Map.of(), "--json", "sandbox", "--home", home + "/sandbox")) {
      Result result = app.printed("{\"ready\":true").signal("INT").rest();

      assertThat(result.exit()).isEqualTo(130);
      assertThat(result.err()).isEmpty();
    }
  }

  @Test
  void theWindowOpensOnTheSandboxAndClosesByKeyboard() throws Exception {
    Client.needs("Xvfb", "xdotool");
    try (VirtualDisplay display = VirtualDisplay.start();
        RunningApp app = start(Map.of("DISPLAY", display.name()), "--sandbox")) {
      display.press(home, "ctrl+q");

      Result result = app.rest();
      assertThat(result.exit()).as(result.all()).isZero();
      assertThat(result.all()).isEmpty();
      assertThat(home.resolve(".config/crosstrust/window.yaml")).isNotEmptyFile();
    }
  }

  /** Where a link of the package leads, from the root on; it is there. */
  private static Path linked(String link) throws IOException {
    Path target = Path.of("/").relativize(Files.readSymbolicLink(root.resolve(link)));
    assertThat(root.resolve(target)).exists();
    return target;
  }

  private Result run(Map<String, String> environment, String... arguments) {
    return new Client(home, environment)
        .run(Stream.concat(Stream.of(program()), Stream.of(arguments)).toList());
  }

  private RunningApp start(Map<String, String> environment, String... arguments)
      throws IOException {
    return RunningApp.start(program(), home, environment, arguments);
  }

  private static String program() {
    return root.resolve("opt/crosstrust/bin/crosstrust").toString();
  }

  private static List<String> field(String name) throws IOException {
    return List.of("dpkg-deb", "--field", packageFile().toString(), name);
  }

  private static Path packageFile() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("crosstrust.packages")))) {
      return files.filter(file -> file.toString().endsWith(".deb")).findFirst().orElseThrow();
    }
  }

  /** What the package depends on is not below the folder, and nobody needs to be root. */
  private static Result dpkg(String... arguments) throws IOException {
    List<String> command =
        List.of(
            "dpkg", "--root=" + root, "--force-depends", "--force-not-root", "--force-bad-path");
    return new Client(Files.createDirectories(root.resolve("var")), Map.of())
        .run(Stream.concat(command.stream(), Stream.of(arguments)).toList());
  }
}
