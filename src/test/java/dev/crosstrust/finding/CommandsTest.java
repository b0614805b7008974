package dev.crosstrust.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandsTest {
  @Test
  void aWordThatAShellWouldReadOtherwiseIsQuoted() {
    assertThat(Commands.of("gcloud x", "plain", "--member=a b", "it's"))
        .isEqualTo("gcloud x plain '--member=a b' 'it'\\''s'");
  }

  @Test
  void terraformTakesTextsLiterally() {
    assertThat(Commands.text("a \"b\" ${aws:username} %{if} \\"))
        .isEqualTo("\"a \\\"b\\\" $${aws:username} %%{if} \\\\\"");
    assertThat(Commands.name("9.a-b/c")).isEqualTo("_9_a_b_c");
    assertThat(Commands.resource("t", "n-1", "a", Commands.text("v")))
        .isEqualTo("resource \"t\" \"n_1\" {\n  a = \"v\"\n}");
  }

  @Test
  void whatCannotBeSeenIsWrittenAsAnEscape() {
    assertThat(Commands.text("a\n\u001b\u202eb")).isEqualTo("\"a\\n\\u001b\\u202eb\"");
  }
}
