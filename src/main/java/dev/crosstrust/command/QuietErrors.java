package dev.crosstrust.command;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard error without what libraries write to it, until it is closed: JavaFX prints stack traces
 * of missing libraries of the system there, besides throwing them.
 */
public final class QuietErrors implements AutoCloseable {
  private final PrintStream before = System.err;

  public QuietErrors() {
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    System.setErr(before);
  }
}
