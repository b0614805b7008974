package dev.crosstrust.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.clients.Client.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The start script looking for Java, on machines made of links: a folder on the path with nothing
 * but the tools it needs, and a folder in the place of /usr/lib/jvm.
 */
class StartScriptIT {
  private static final Path PACKAGED = Path.of(PackagedApp.program()).getParent().getParent();
  private static final Path JAVA = Path.of(System.getProperty("java.home"));

  @TempDir private Path folder;
  private Path tools;
  private Path jvm;
  private Path script;

  @BeforeEach
  void install() throws IOException {
    tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : List.of("sh", "dirname", "readlink", "sed")) {
      Files.createSymbolicLink(tools.resolve(tool), onThePath(tool));
    }
    jvm = Files.createDirectory(folder.resolve("jvm"));
    script = copyTo(folder.resolve("app"));
  }

  /** The folder goes as a whole, which is loud about links that lead out of it. */
  @AfterEach
  void unlink() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  @Test
  void aNewEnoughJavaIsFoundInTheUsualFolderWithoutAnyOnThePath() throws IOException {
    Files.createSymbolicLink(jvm.resolve("jdk"), JAVA);

    starts(run(Map.of(), script.toString()));
  }

  @Test
  void anOldJavaOnThePathAndInTheUsualFolderIsPassedOver() throws IOException {
    Path old = oldJdk(jvm.resolve("a-jdk-17"));
    Files.createSymbolicLink(tools.resolve("java"), old.resolve("bin/java"));
    Files.createSymbolicLink(jvm.resolve("jdk"), JAVA);

    starts(run(Map.of(), script.toString()));
  }

  @Test
  void anOldJavaHomeIsPassedOver() throws IOException {
    Path old = oldJdk(folder.resolve("old"));
    Files.createSymbolicLink(jvm.resolve("jdk"), JAVA);

    starts(run(Map.of("JAVA_HOME", old.toString()), script.toString()));
  }

  @Test
  void javaHomeAloneIsEnough() {
    starts(run(Map.of("JAVA_HOME", JAVA.toString()), script.toString()));
  }

  @Test
  void theJavaOnThePathIsFollowedToItsHome() throws IOException {
    Path alternatives = Files.createDirectory(folder.resolve("alternatives"));
    Files.createSymbolicLink(alternatives.resolve("java"), JAVA.resolve("bin/java"));
    Files.createSymbolicLink(tools.resolve("java"), Path.of("../alternatives/java"));

    starts(run(Map.of(), script.toString()));
  }

  @Test
  void itIsStartedThroughLinksFromAnywhere() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(folder.resolve("linked"), script);
    Files.createSymbolicLink(bin.resolve("ct"), Path.of("../linked"));
    Files.createSymbolicLink(folder.resolve("linked-folder"), script.getParent());
    Map<String, String> java = Map.of("JAVA_HOME", JAVA.toString(), "CDPATH", tools.toString());

    starts(run(java, bin.resolve("ct").toString()));
    starts(run(java, "bin/ct"));
    starts(run(java, "linked-folder/crosstrust"));
    starts(run(java, "app/bin/crosstrust"));
  }

  @Test
  void itsFolderAndJavasMayHaveBlanksInTheirNames() throws IOException {
    Path blank = copyTo(folder.resolve("my own  apps/cross trust"));
    Path java = folder.resolve("my java");
    Files.createSymbolicLink(java, JAVA);

    starts(run(Map.of("JAVA_HOME", java.toString()), blank.toString()));
  }

  @Test
  void withoutAnyItSaysWhereItLooked() throws IOException {
    Result none = run(Map.of(), script.toString());

    assertThat(none.exit()).isEqualTo(3);
    assertThat(none.out()).isEmpty();
    assertThat(none.err().lines()).hasSize(1);
    assertThat(none.err())
        .startsWith("crosstrust: needs Java 25 or newer; looked in ")
        .contains("JAVA_HOME (not set)", jvm.toString(), "the path (none)");

    Path old = oldJdk(folder.resolve("old"));
    Files.createSymbolicLink(tools.resolve("java"), old.resolve("bin/java"));
    Result tooOld = run(Map.of("JAVA_HOME", old.toString()), script.toString());

    assertThat(tooOld.exit()).isEqualTo(3);
    assertThat(tooOld.err().lines()).hasSize(1);
    assertThat(tooOld.err())
        .contains("JAVA_HOME (" + old + ")", "the path (" + tools.resolve("java") + ")");
  }

  private Result run(Map<String, String> environment, String program) {
    return new Client(folder, environment)
        .with(Map.of("PATH", tools.toString()))
        .run(program, "version");
  }

  private static void starts(Result result) {
    assertThat(result.exit()).as(result.all()).isZero();
    assertThat(result.out()).contains(System.getProperty("java.version"));
  }

  /** The script with another folder for /usr/lib/jvm, beside the libraries of the real one. */
  private Path copyTo(Path app) throws IOException {
    Path copy = Files.createDirectories(app.resolve("bin")).resolve("crosstrust");
    Path original = Path.of(PackagedApp.program());
    String changed = Files.readString(original).replace("/usr/lib/jvm", jvm.toString());
    for (String folder : new String[] {"lib", "javafx"}) {
      Files.createSymbolicLink(app.resolve(folder), PACKAGED.resolve(folder));
    }
    return executable(copy, changed);
  }

  /** One that would spoil the start, were it used. */
  private static Path oldJdk(Path home) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    executable(home.resolve("bin/java"), "#!/bin/sh\nexit 99\n");
    return home;
  }

  private static Path executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path onThePath(String program) {
    for (String part : System.getenv("PATH").split(":", -1)) {
      if (Files.isExecutable(Path.of(part, program))) {
        return Path.of(part, program);
      }
    }
    throw new AssertionError("no " + program + " on the path");
  }
}
