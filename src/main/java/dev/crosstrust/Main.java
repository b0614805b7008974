package dev.crosstrust;

import dev.crosstrust.command.Program;
import dev.crosstrust.command.kit.Terminal;
import dev.crosstrust.identity.Machine;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The door: takes the arguments, and turns Ctrl-C into a cancelled piece of work. */
public final class Main {
  private static final int SECONDS_TO_TIDY_UP = 5;

  private Main() {}

  /** Runs one command line and exits with its code. */
  public static void main(String[] arguments) {
    Machine machine = new Machine(System.getenv(), home());
    Program program =
        new Program(machine, InstantSource.system(), Wiring.sandboxes(), Wiring.window());
    CountDownLatch finished = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(tidyUp(Thread.currentThread(), finished));
    int code =
        program.run(
            new Terminal(input(), new FileOutputStream(FileDescriptor.out), System.err), arguments);
    finished.countDown();
    // Does not return, also not when a signal has begun to end the process: then its code counts.
    System.exit(code);
  }

  /** As aws and gcloud have it: containers often set another home than the password file does. */
  private static Path home() {
    String variable = System.getenv("HOME");
    return Path.of(
        variable != null && variable.startsWith("/") ? variable : System.getProperty("user.home"));
  }

  /** Standard input that is given up when the thread is interrupted; System.in is not. */
  private static InputStream input() {
    return Channels.newInputStream(new FileInputStream(FileDescriptor.in).getChannel());
  }

  /** A signal interrupts the work; the process ends when that has tidied up after itself. */
  private static Thread tidyUp(Thread worker, CountDownLatch finished) {
    return new Thread(
        () -> {
          if (finished.getCount() == 0) {
            return;
          }
          worker.interrupt();
          try {
            // True or not: the process ends now.
            var _ = finished.await(SECONDS_TO_TIDY_UP, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        "tidy-up");
  }
}
