package dev.crosstrust.clients;

import dev.crosstrust.clients.Client.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The packaged application while it runs, with a temporary folder of its own, so that what it
 * leaves behind is seen. Closing it ends it, if it has not ended.
 */
final class RunningApp implements AutoCloseable {
  private static final int TIME_LIMIT_SECONDS = 60;
  private static final int LONGEST_MINUTES = 5;

  /**
   * A test may itself have been started where Ctrl+C is ignored, and what it starts inherits that.
   */
  private static final List<String> HEARS_SIGNALS =
      System.getProperty("os.name").equals("Linux")
          ? List.of("env", "--default-signal=INT")
          : List.of();

  private final Process process;
  private final BufferedReader out;
  private final Path err;
  private final Path temporary;
  private final StringBuilder read = new StringBuilder();
  private @Nullable CompletableFuture<String> reading;

  private RunningApp(Process process, Path err, Path temporary) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.err = err;
    this.temporary = temporary;
  }

  /**
   * Starts it.
   *
   * @param environment on top of the path
   */
  static RunningApp start(Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    return start(PackagedApp.program(), folder, environment, arguments);
  }

  /** Starts it as it is installed elsewhere. */
  static RunningApp start(
      String program, Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    Path temporary = Files.createTempDirectory(folder, "tmp");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.of(HEARS_SIGNALS, List.of(program), List.of(arguments))
                    .flatMap(List::stream)
                    .toList())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(environment);
    builder
        .environment()
        .merge("CROSSTRUST_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary, "%s %s"::formatted);
    return new RunningApp(builder.start(), err, temporary);
  }

  /** Reads what it prints up to a line that begins so. */
  RunningApp printed(String beginning) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      read.append(line).append('\n');
      if (line.startsWith(beginning)) {
        return this;
      }
    }
    throw new AssertionError("it ended without \"" + beginning + "\": " + read + errors());
  }

  /**
   * From here on its output is read as it comes. A pipe holds 64 KiB: an application that prints
   * more than that while nobody reads stands still.
   */
  RunningApp readOn() {
    reading = CompletableFuture.supplyAsync(this::toItsEnd);
    return this;
  }

  private String toItsEnd() {
    return out.lines().collect(Collectors.joining("\n"));
  }

  /** The files and folders in its temporary folder. */
  List<Path> leftOver() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.toList();
    }
  }

  /** Waits until it has made the home of a sandbox in its temporary folder. */
  RunningApp madeSandboxHome() throws IOException, InterruptedException {
    try (WatchService watch = temporary.getFileSystem().newWatchService()) {
      temporary.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      while (leftOver().stream().noneMatch(RunningApp::isSandboxHome)) {
        WatchKey key = watch.poll(TIME_LIMIT_SECONDS, TimeUnit.SECONDS);
        if (key == null) {
          throw new AssertionError("it makes no home of a sandbox: " + errors());
        }
        key.pollEvents();
        key.reset();
      }
    }
    return this;
  }

  private static boolean isSandboxHome(Path file) {
    return file.getFileName().toString().startsWith("crosstrust-sandbox");
  }

  /** Sends a signal, for example {@code INT}. */
  RunningApp signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(process.pid());
    int exit = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new AssertionError("no process " + pid + " any more: " + errors());
    }
    return this;
  }

  /** Nobody reads its output any more. */
  RunningApp hangUp() throws IOException {
    out.close();
    return this;
  }

  /** Waits for its end, and gives all that it printed. */
  Result end() throws IOException, InterruptedException {
    if (!process.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end: " + read + errors());
    }
    return new Result(process.exitValue(), read.toString(), errors());
  }

  /** Reads its output to the end and waits for its end. */
  Result rest() throws IOException, InterruptedException {
    if (reading == null) {
      readOn();
    }
    try {
      read.append(reading.get(LONGEST_MINUTES, TimeUnit.MINUTES));
    } catch (TimeoutException e) {
      throw new AssertionError("it goes on and on: " + read + errors(), e);
    } catch (ExecutionException e) {
      throw new AssertionError("its output cannot be read: " + read + errors(), e);
    }
    return end();
  }

  private String errors() throws IOException {
    return Files.readString(err);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
