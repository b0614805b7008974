package dev.crosstrust.storage.aws;

import dev.crosstrust.storage.Progress;
import java.io.ByteArrayInputStream;
import software.amazon.awssdk.core.sync.RequestBody;

/** Bytes to be sent that tell how far they have been taken. */
final class CountedBody extends ByteArrayInputStream {
  private final long before;
  private final Progress progress;

  private CountedBody(byte[] content, long before, Progress progress) {
    super(content);
    this.before = before;
    this.progress = progress;
  }

  /**
   * @param before bytes of the same file that have gone over already
   */
  static RequestBody of(byte[] content, long before, Progress progress) {
    return RequestBody.fromContentProvider(
        () -> new CountedBody(content, before, progress),
        content.length,
        "application/octet-stream");
  }

  @Override
  public synchronized int read(byte[] into, int offset, int length) {
    int read = super.read(into, offset, length);
    if (read > 0) {
      progress.moved(before + pos);
    }
    return read;
  }
}
