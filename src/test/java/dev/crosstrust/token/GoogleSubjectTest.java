package dev.crosstrust.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoogleSubjectTest {
  @Test
  void itsLengthIsCountedInBytes() {
    assertThat(GoogleSubject.bytes("r\u00f4le")).isEqualTo(5);
  }
}
