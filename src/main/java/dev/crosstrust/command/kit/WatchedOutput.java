package dev.crosstrust.command.kit;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** An output that remembers why it failed, because writers keep only that it did. */
final class WatchedOutput extends FilterOutputStream {
  /** What the operating systems say when the other end of a pipe has gone. */
  private static final String HUNG_UP = "pipe";

  private @Nullable IOException failure;

  WatchedOutput(OutputStream out) {
    super(out);
  }

  /** Whether what was written got lost; a reader who has seen enough loses nothing. */
  boolean lost() {
    return failure != null && !String.valueOf(failure.getMessage()).contains(HUNG_UP);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }
}
