package dev.crosstrust.sandbox.aws.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Undoes {@code aws-chunked}: {@code size;chunk-signature=…}, data, and after the chunk of size 0
 * the trailers.
 */
final class ChunkedBody extends InputStream {
  private static final int LONGEST_LINE = 16_384;
  private static final String TRAILER_SIGNATURE = "x-amz-trailer-signature";

  private final InputStream in;
  private final ChunkCheck check;
  private final boolean hasTrailers;
  private final long announced;
  private final Map<String, String> trailers = new LinkedHashMap<>();
  private long delivered;
  private long left;
  private boolean ended;

  /**
   * @param announced {@code x-amz-decoded-content-length}
   */
  ChunkedBody(InputStream in, ChunkCheck check, boolean hasTrailers, long announced) {
    this.in = in;
    this.check = check;
    this.hasTrailers = hasTrailers;
    this.announced = announced;
  }

  /** A trailer by its lower-case name, once the body has been read to its end; else empty. */
  String trailer(String name) {
    return trailers.getOrDefault(name, "");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (left == 0 && !ended) {
      begin();
    }
    if (ended) {
      return -1;
    }
    int got = in.read(buffer, from, (int) Math.min(count, left));
    if (got < 0) {
      throw BodyRefusals.incomplete();
    }
    check.update(buffer, from, got);
    left -= got;
    delivered += got;
    if (left == 0) {
      check.end();
      if (!line().isEmpty()) {
        throw BodyRefusals.incomplete();
      }
    }
    return got;
  }

  private void begin() throws IOException {
    String header = line();
    int semicolon = header.indexOf(';');
    String signature = header.substring(header.indexOf('=') + 1);
    left = size(semicolon < 0 ? header : header.substring(0, semicolon));
    check.begin(semicolon < 0 ? "" : signature);
    if (left == 0) {
      check.end();
      end();
    }
  }

  private static long size(String hex) {
    try {
      return Long.parseUnsignedLong(hex.strip(), 16) & Long.MAX_VALUE;
    } catch (NumberFormatException noSize) {
      throw BodyRefusals.incomplete();
    }
  }

  private void end() throws IOException {
    ended = true;
    StringBuilder signed = new StringBuilder();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 0 || !hasTrailers) {
        throw BodyRefusals.malformedTrailer();
      }
      String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      trailers.put(name, value);
      if (!name.equals(TRAILER_SIGNATURE)) {
        signed.append(name).append(':').append(value).append('\n');
      }
    }
    if (hasTrailers) {
      check.trailer(signed.toString(), trailer(TRAILER_SIGNATURE));
    }
    if (delivered != announced) {
      throw BodyRefusals.incomplete();
    }
  }

  /** A line without its end; the end of the body ends a line too. */
  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (line.size() == LONGEST_LINE) {
        throw BodyRefusals.malformedTrailer();
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }
}
