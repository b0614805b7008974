package dev.crosstrust.sandbox.blob;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({"bytes=0-0, 0, 1", "bytes=8-99, 8, 2", "bytes=3-, 3, 7", "bytes=-99, 0, 10"})
  void aRangeIsCutToTheObject(String header, long from, long count) {
    assertThat(ByteRange.of(header, 10)).hasValue(new ByteRange(from, count, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bytes=-", "bytes=5-4", "lines=1-2", "bytes=0-1,4-5", "bytes=a-b"})
  void whatIsNoPlainRangeIsPassedOver(String header) {
    assertThat(ByteRange.of(header, 10)).hasValue(new ByteRange(0, 10, false));
  }

  @ParameterizedTest
  @CsvSource({"bytes=10-, 10", "bytes=10-12, 10", "bytes=-0, 10", "bytes=0-0, 0", "bytes=-1, 0"})
  void aRangeOutsideIsNone(String header, long size) {
    assertThat(ByteRange.of(header, size)).isEmpty();
  }

  @Test
  void aContentRangeCountsFromZeroAndIncludesItsEnd() {
    assertThat(new ByteRange(2, 3, true).text(10)).isEqualTo("bytes 2-4/10");
  }
}
