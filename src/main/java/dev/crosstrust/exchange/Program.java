package dev.crosstrust.exchange;

import dev.crosstrust.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a program to its end. Owns two threads a run, which read what it prints, so that a full pipe
 * does not stop it; they end with the pipes.
 */
public final class Program {
  private static final int OUTPUT_BYTES = 256 * 1024;

  private Program() {}

  /** How a run ended. */
  public sealed interface Ended {}

  /**
   * By itself.
   *
   * @param output its standard output, which may be a token
   */
  public record Exited(int code, Secret output, String errors) implements Ended {}

  /** It was ended, with all it had started, because its time was over. */
  public record Overdue() implements Ended {}

  /**
   * Runs it, with nothing on its standard input.
   *
   * @throws InterruptedException when the thread was interrupted; the program has been ended
   */
  public static Ended run(ProcessBuilder builder, Duration limit)
      throws IOException, InterruptedException {
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      CompletableFuture<String> output = text(process.getInputStream());
      CompletableFuture<String> errors = text(process.getErrorStream());
      if (!process.waitFor(limit)) {
        return new Overdue();
      }
      return new Exited(
          process.exitValue(), Secret.of(within(limit, output)), within(limit, errors));
    } catch (TimeoutException e) {
      return new Overdue();
    } finally {
      end(process);
    }
  }

  /** A process that the program left behind may hold its pipes open. */
  private static String within(Duration limit, CompletableFuture<String> text)
      throws IOException, InterruptedException, TimeoutException {
    try {
      return text.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException("the program's output broke off", e);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static CompletableFuture<String> text(InputStream stream) {
    CompletableFuture<String> text = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try (stream) {
                byte[] kept = stream.readNBytes(OUTPUT_BYTES);
                stream.transferTo(OutputStream.nullOutputStream());
                text.complete(new String(kept, StandardCharsets.UTF_8));
              } catch (IOException e) {
                text.completeExceptionally(e);
              }
            });
    return text;
  }
}
