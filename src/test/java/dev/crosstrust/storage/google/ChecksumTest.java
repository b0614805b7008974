package dev.crosstrust.storage.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumTest {
  @TempDir Path folder;

  @AfterEach
  void goOn() {
    Thread.interrupted();
  }

  /** The check value of CRC32C (RFC 3720, appendix B.4) is e3069283. */
  @Test
  void itIsBigEndianInBase64() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "123456789");
    assertThat(Checksum.of(file)).isEqualTo("4waSgw==");
  }

  @Test
  void whoCancelsDoesNotWaitForTheRestOfTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "123456789");
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> Checksum.of(file));
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }
}
