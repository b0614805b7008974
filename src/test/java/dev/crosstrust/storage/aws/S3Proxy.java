package dev.crosstrust.storage.aws;

import dev.crosstrust.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The program s3proxy, on 127.0.0.1 only, keeping its objects as files. */
record S3Proxy(Process process, URI origin) implements AutoCloseable {
  static final String IDENTITY = "local-identity";
  static final Secret SECRET = Secret.of("local-credential");

  private static final Duration READY_WITHIN = Duration.ofSeconds(60);

  /**
   * @param home empty; its settings and log go there, and its objects into {@code objects}
   */
  static S3Proxy start(Path home, String bucket) throws IOException {
    Path objects = home.resolve("objects");
    Files.createDirectories(objects.resolve(bucket));
    URI origin = URI.create("http://127.0.0.1:" + freePort());
    Path settings = home.resolve("s3proxy.properties");
    Files.write(
        settings,
        List.of(
            "s3proxy.endpoint=" + origin,
            "s3proxy.authorization=aws-v2-or-v4",
            "s3proxy.identity=" + IDENTITY,
            "s3proxy.credential=" + SECRET.reveal(),
            "s3proxy.ignore-unknown-headers=true",
            "jclouds.provider=filesystem-nio2",
            "jclouds.filesystem.basedir=" + objects));
    String jar = Objects.requireNonNull(System.getProperty("crosstrust.s3proxy"), "the jar's path");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder program =
        new ProcessBuilder(
                java.toString(), "-Xmx256m", "-jar", jar, "--properties", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("s3proxy.log").toFile());
    // Settings of this machine are none of the server's business.
    program.environment().clear();
    program.environment().put("LC_ALL", "C.UTF-8");
    S3Proxy proxy = new S3Proxy(program.start(), origin);
    proxy.awaitReady();
    return proxy;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Tries to connect until it works, looking between tries whether the program still lives. */
  private void awaitReady() throws IOException {
    long until = System.nanoTime() + READY_WITHIN.toNanos();
    while (System.nanoTime() < until) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), origin.getPort())) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException notYet) {
        if (ended(100)) {
          throw new IOException("s3proxy ended with " + process.exitValue(), notYet);
        }
      }
    }
    close();
    throw new IOException("s3proxy did not listen in time");
  }

  private boolean ended(long millis) throws IOException {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
