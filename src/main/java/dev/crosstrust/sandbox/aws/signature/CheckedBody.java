package dev.crosstrust.sandbox.aws.signature;

import dev.crosstrust.sandbox.aws.AwsError;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/** Passes a body through, and at its end compares every announced sum. */
final class CheckedBody extends FilterInputStream {
  private final List<Check> checks;
  private boolean ended;

  CheckedBody(InputStream in, List<Check> checks) {
    super(in);
    this.checks = List.copyOf(checks);
  }

  /**
   * One sum to compare.
   *
   * @param verdict takes the sum and throws {@link AwsError} when it is not the announced one
   */
  record Check(Digest digest, Consumer<byte[]> verdict) {}

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int count) throws IOException {
    int got = super.read(buffer, from, count);
    if (got > 0) {
      checks.forEach(check -> check.digest().update(buffer, from, got));
    } else if (got < 0 && !ended) {
      ended = true;
      checks.forEach(check -> check.verdict().accept(check.digest().value()));
    }
    return got;
  }

  /** Not skipped but read, so that no byte escapes the sums. */
  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 8192)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
