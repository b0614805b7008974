package dev.crosstrust.ui.browse;

import static dev.crosstrust.ui.browse.FakeAccess.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PreviewTest {
  @Test
  void bytesThatAreNoTextAreShownInHexadecimal() {
    Preview preview = of(99, new byte[] {0x50, 0x41, 0, (byte) 255});

    assertThat(preview.text()).contains("00000000  50 41 00 ff").contains("PA..");
    assertThat(preview.words()).isEqualTo("The first 4 B, in hexadecimal");
  }

  @Test
  void aKnownKindOfFileIsNamedByItsBytes() {
    byte[] png = "\u0089PNG\r\n\u001a\n\0\0".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(of(10, png).words()).isEqualTo("All of it, in hexadecimal: a PNG image");
  }

  @Test
  void aCharacterThatTheLimitCutStaysText() {
    byte[] cut = {'a', (byte) 0xc3};

    assertThat(of(99, cut).form()).isEqualTo("as text");
    assertThat(of(2, cut).form()).isEqualTo("in hexadecimal");
  }

  @Test
  void aWholeDocumentOfJsonIsIndentedAndNothingInItIsChanged() {
    Preview preview = of("{\"n\":1.10,\"n\":12345678901234567890123,\"a\":[\"é\"]}");

    assertThat(preview.form()).isEqualTo("as JSON, indented");
    assertThat(preview.text()).contains("1.10", "12345678901234567890123", "\"é\"");
    assertThat(preview.text().lines().count()).isGreaterThan(3);
  }

  @Test
  void whatIsNoWholeDocumentStaysAsItIs() {
    assertThat(of("{\"a\":1}\n{\"a\":2}\n").text()).isEqualTo("{\"a\":1}\n{\"a\":2}\n");
    assertThat(of("a,b\n1,2\n").form()).isEqualTo("as text");
    assertThat(of("42").form()).isEqualTo("as text");
    byte[] part = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    assertThat(of(99, part).form()).isEqualTo("as text");
  }

  private static Preview of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(bytes.length, bytes);
  }

  private static Preview of(long size, byte[] first) {
    return Preview.of(object("s3://b/x", size), first);
  }
}
