package dev.crosstrust.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application as {@code mvn package} leaves it, and a sandbox run by it. */
final class PackagedApp implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Process process;
  private final Map<String, String> environment;
  private final JsonNode ready;

  private PackagedApp(Process process, JsonNode ready) {
    this.process = process;
    this.ready = ready;
    this.environment =
        JSON.convertValue(ready.get("env"), new TypeReference<Map<String, String>>() {});
  }

  /** The start script. */
  static String program() {
    return Path.of(System.getProperty("crosstrust.app"), "bin", "crosstrust").toString();
  }

  /** Runs {@code crosstrust sandbox --home HOME} and waits until it listens. */
  static PackagedApp sandbox(Path home, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(program(), "sandbox", "--home", home.toString()));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the sandbox ended before it listened");
    }
    return new PackagedApp(process, JSON.readTree(line));
  }

  /** What the clients need to find it. */
  Map<String, String> environment() {
    return environment;
  }

  String awsEndpoint() {
    return ready.get("endpoints").get("aws").asString();
  }

  String googleEndpoint() {
    return ready.get("endpoints").get("google").asString();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
