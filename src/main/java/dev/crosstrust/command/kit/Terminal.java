package dev.crosstrust.command.kit;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where a command speaks: answers on standard output, everything else on standard error. Both in
 * UTF-8, whatever the platform's encoding is.
 */
public final class Terminal {
  private final WatchedOutput output;
  private final PrintWriter out;
  private final PrintWriter err;

  private final InputStream in;

  public Terminal(InputStream in, OutputStream out, OutputStream err) {
    this.in = in;
    this.output = new WatchedOutput(out);
    this.out = new PrintWriter(output, false, StandardCharsets.UTF_8);
    this.err = new PrintWriter(err, false, StandardCharsets.UTF_8);
  }

  /**
   * One line of the answer, whatever is in it; at once, so that a pipe gets it while more is to
   * come.
   */
  public void line(String text) {
    println(out, Shown.line(text));
  }

  /** An answer of lines. */
  public void document(String lines) {
    println(out, Shown.lines(lines));
  }

  /** The answer as a JSON document. */
  public void json(Object value) {
    document(Json.document(value));
  }

  /** A word to the user beside the answer. */
  public void note(String text) {
    println(err, Shown.line(text));
  }

  /** The same of lines: where in the program something went wrong. */
  public void trace(String lines) {
    println(err, Shown.lines(lines));
  }

  private static void println(PrintWriter writer, String text) {
    writer.println(text);
    writer.flush();
  }

  /** Columns as wide as their widest cell, two blanks apart; the last is not padded. */
  public void table(List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    int columns = rows.getFirst().size();
    int[] width = new int[columns];
    rows.forEach(
        row -> {
          for (int i = 0; i < columns; i++) {
            width[i] = Math.max(width[i], row.get(i).length());
          }
        });
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns - 1; i++) {
        line.append(row.get(i)).repeat(' ', width[i] - row.get(i).length() + 2);
      }
      line(line.append(row.getLast()).toString().stripTrailing());
    }
  }

  /** Whether an answer could not be written, though somebody wanted it: a full disk, say. */
  public boolean lost() {
    return out.checkError() && output.lost();
  }

  /**
   * From now on standard error has nothing but notes: JavaFX prints stack traces there, of missing
   * libraries that it throws as well, and of frames that it cannot draw while the process ends.
   */
  public static void silenceOthers() {
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  /** Whether nobody reads the answer any more: the pipe is closed. */
  public boolean closed() {
    return out.checkError();
  }

  /** What is piped in. */
  InputStream input() {
    return in;
  }

  public PrintWriter errors() {
    return err;
  }

  public PrintWriter answers() {
    return out;
  }
}
