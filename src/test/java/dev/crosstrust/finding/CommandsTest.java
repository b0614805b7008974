package dev.crosstrust.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandsTest {
  @Test
  void aWordThatAShellWouldReadOtherwiseIsQuoted() {
    assertThat(Commands.of("gcloud x", "plain", "--member=a b", "it's"))
        .isEqualTo("gcloud x plain '--member=a b' 'it'\\''s'");
  }
}
