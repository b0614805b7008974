package dev.crosstrust.clients;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that is not ours, run with a clean environment: whatever the machine sets for its own
 * clients (certificate bundles, profiles, proxies) must not reach it.
 */
final class Client {
  private static final int TIME_LIMIT_SECONDS = 120;

  private final Path home;
  private final Map<String, String> environment;

  /**
   * @param home a folder for what clients write
   * @param environment the sandbox's variables
   */
  Client(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = new HashMap<>(environment);
    this.environment.putIfAbsent("PATH", System.getenv("PATH"));
    this.environment.put("HOME", home.toString());
    // Version managers find the programs that they manage through these.
    for (String name : List.of("PYENV_ROOT", "PYENV_VERSION", "LANG")) {
      if (System.getenv(name) != null) {
        this.environment.put(name, System.getenv(name));
      }
    }
    if (Files.isDirectory(Path.of(System.getProperty("user.home"), ".pyenv"))) {
      this.environment.putIfAbsent(
          "PYENV_ROOT", Path.of(System.getProperty("user.home"), ".pyenv").toString());
    }
  }

  /** What a program printed and how it ended. */
  record Result(int exit, String out, String err) {
    String all() {
      return out + err;
    }
  }

  /** The same client with these variables on top; an empty value takes one away. */
  Client with(Map<String, String> more) {
    Map<String, String> changed = new HashMap<>(environment);
    more.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            changed.remove(name);
          } else {
            changed.put(name, value);
          }
        });
    return new Client(home, changed);
  }

  Result run(String... command) {
    try {
      Path out = Files.createTempFile(home, "out", ".txt");
      Path err = Files.createTempFile(home, "err", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(home.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError(List.of(command) + " did not end");
      }
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The same, by words. */
  Result run(List<String> command) {
    return run(command.toArray(String[]::new));
  }

  /** Skips the test, and says so, where a program is missing. */
  static void needs(String... programs) {
    List<String> missing = new ArrayList<>();
    for (String program : programs) {
      if (!installed(program)) {
        missing.add(program);
      }
    }
    if (!missing.isEmpty()) {
      String sentence = "skipped: not installed here: " + String.join(", ", missing);
      System.out.println(sentence);
      abort(sentence);
    }
  }

  private static boolean installed(String program) {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
