package dev.crosstrust.exchange.google;

import dev.crosstrust.identity.Machine;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where gcloud is looked for: the search path first, then where its installers put it, because a
 * program started from a desktop has a short search path.
 *
 * @param folders absolute, in order
 */
record GcloudPlaces(List<Path> folders) {
  private static final List<String> NAMES =
      File.separatorChar == '\\' ? List.of("gcloud.cmd") : List.of("gcloud");

  private static final List<String> USUAL =
      List.of(
          "~/google-cloud-sdk/bin",
          "/usr/lib/google-cloud-sdk/bin",
          "/usr/local/google-cloud-sdk/bin",
          "/opt/google-cloud-sdk/bin",
          "/usr/bin",
          "/usr/local/bin",
          "/opt/homebrew/bin",
          "/opt/homebrew/share/google-cloud-sdk/bin",
          "/usr/local/share/google-cloud-sdk/bin",
          "/snap/bin");

  static GcloudPlaces of(Machine machine) {
    Stream<Path> windows =
        Stream.of("LOCALAPPDATA", "ProgramFiles", "ProgramFiles(x86)")
            .flatMap(variable -> machine.pathVariable(variable).stream())
            .map(folder -> folder.resolve("Google/Cloud SDK/google-cloud-sdk/bin"));
    return new GcloudPlaces(
        Stream.of(searchPath(machine), USUAL.stream().map(machine::path), windows)
            .flatMap(places -> places)
            .distinct()
            .toList());
  }

  /** Without relative entries: what is run must not depend on the folder one stands in. */
  static Stream<Path> searchPath(Machine machine) {
    return machine.variable("PATH").stream()
        .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
        .flatMap(GcloudPlaces::folder)
        .filter(Path::isAbsolute);
  }

  private static Stream<Path> folder(String written) {
    try {
      return written.isBlank() ? Stream.empty() : Stream.of(Path.of(written));
    } catch (InvalidPathException notAFolderHere) {
      return Stream.empty();
    }
  }

  Optional<Path> find() {
    return folders.stream()
        .flatMap(folder -> NAMES.stream().map(folder::resolve))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
