package dev.crosstrust.command.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Names and claims are others' words: they are shown, and obeyed by nobody. */
class TerminalTest {
  private static final String HOSTILE = "x\nsignature  valid\t\u001b[2J\u202egpj";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(InputStream.nullInputStream(), out, OutputStream.nullOutputStream());

  @Test
  void aLineStaysOne() {
    terminal.line(HOSTILE);
    terminal.table(List.of(List.of(HOSTILE, "b")));

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "x\uFFFDsignature  valid\uFFFD\uFFFD[2J\uFFFDgpj",
            "x\uFFFDsignature  valid\uFFFD\uFFFD[2J\uFFFDgpj  b");
  }

  @Test
  void aDocumentKeepsItsLinesAndNothingElse() {
    terminal.document("a:\n  b\u001b\u202e");

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("a:", "  b\uFFFD\uFFFD");
  }

  @Test
  void jsonKeepsAllThatIsInATextAsEscapes() {
    terminal.json(Map.of("name", HOSTILE));
    String printed = out.toString(StandardCharsets.UTF_8);

    assertThat(printed).doesNotContain("\u202e", "\u001b").contains("\\u202e");
    assertThat(JsonMapper.shared().readTree(printed).get("name").stringValue()).isEqualTo(HOSTILE);
  }
}
