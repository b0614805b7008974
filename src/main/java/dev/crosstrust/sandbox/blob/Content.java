package dev.crosstrust.sandbox.blob;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The bytes of an object, possibly in several pieces; they never change. */
public final class Content {
  private final List<byte[]> pieces;
  private final long length;

  private Content(List<byte[]> pieces) {
    this.pieces = pieces;
    this.length = pieces.stream().mapToLong(piece -> piece.length).sum();
  }

  /** Takes the array over; the caller must not change it any more. */
  public static Content of(byte[] bytes) {
    return new Content(List.of(bytes));
  }

  public static Content joined(List<Content> parts) {
    return new Content(parts.stream().flatMap(part -> part.pieces.stream()).toList());
  }

  public long length() {
    return length;
  }

  /** All bytes at once; for contents that are known to be small. */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pieces.forEach(out::writeBytes);
    return out.toByteArray();
  }

  /** Writes {@code count} bytes, the first of them at {@code from}. */
  public void writeTo(OutputStream out, long from, long count) throws IOException {
    long skip = from;
    long left = count;
    for (byte[] piece : pieces) {
      if (skip >= piece.length) {
        skip -= piece.length;
        continue;
      }
      int size = (int) Math.min(piece.length - skip, left);
      out.write(piece, (int) skip, size);
      skip = 0;
      left -= size;
      if (left == 0) {
        return;
      }
    }
  }
}
