package dev.crosstrust.setup.item;

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
  void anOpenAnswerStaysOpenUnlessTheOtherDecides() {
    assertThat(Ternary.UNDECIDED.and(Ternary.NO)).isEqualTo(Ternary.NO);
    assertThat(Ternary.UNDECIDED.and(Ternary.YES)).isEqualTo(Ternary.UNDECIDED);
    assertThat(Ternary.UNDECIDED.or(Ternary.YES)).isEqualTo(Ternary.YES);
    assertThat(Ternary.UNDECIDED.or(Ternary.NO)).isEqualTo(Ternary.UNDECIDED);
    assertThat(Ternary.UNDECIDED.not()).isEqualTo(Ternary.UNDECIDED);
  }
}
