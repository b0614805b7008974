package dev.crosstrust.command;

import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says what runs: the program, its Java, and the libraries that talk to the clouds. */
@Command(name = "version", description = "Print the versions of program, Java and libraries.")
final class VersionCommand implements Callable<Integer> {
  private final Context context;

  VersionCommand(Context context) {
    this.context = context;
  }

  private record Versions(String version, String java, Map<String, String> libraries) {}

  @Override
  public Integer call() {
    Map<String, String> libraries = fromBuild();
    String own = Objects.requireNonNull(libraries.remove("crosstrust"));
    Versions versions = new Versions(own, Runtime.version().toString(), libraries);
    Terminal terminal = context.terminal();
    if (context.json()) {
      terminal.json(versions);
    } else {
      terminal.line("Crosstrust " + versions.version());
      terminal.line("Java " + versions.java());
      terminal.table(
          libraries.entrySet().stream()
              .map(library -> List.of(library.getKey(), library.getValue()))
              .toList());
    }
    return Exit.OK.code();
  }

  private static Map<String, String> fromBuild() {
    Properties properties = new Properties();
    try (InputStream in = VersionCommand.class.getResourceAsStream("versions.properties")) {
      properties.load(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> versions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    properties.stringPropertyNames().forEach(n -> versions.put(n, properties.getProperty(n)));
    return versions;
  }
}
