package dev.crosstrust.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"report.csv", "a b.txt", "日本語.txt", ".profile", "a..b", "console.log", "-rf"})
  void anOrdinaryNameStays(String name) {
    assertThat(SafeName.of(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          .,            %2E
          ..,           %2E%2E
          ../x,         ..%2Fx
          a/,           a%2F
          ..\\..\\x,    ..%5C..%5Cx
          C:x,          C%3Ax
          a%2Fb,        a%252Fb
          name. .,      name%2E%20%2E
          CON,          %43ON
          con.txt,      %63on.txt
          Aux .tar.gz,  %41ux .tar.gz
          COM¹,         %43OM¹
          LPT9.,        LPT9%2E
          a*b?"<>|,     a%2Ab%3F%22%3C%3E%7C
          """)
  void whatCouldLeadElsewhereIsEncoded(String name, String safe) {
    assertThat(SafeName.of(name)).isEqualTo(safe);
  }

  @Test
  void whatCannotBeSeenIsEncoded() {
    assertThat(SafeName.of("a\0b\nc\u001b[31m")).isEqualTo("a%00b%0Ac%1B[31m");
    assertThat(SafeName.of("invoice\u202Egpj.exe")).isEqualTo("invoice%E2%80%AEgpj.exe");
  }

  @Test
  void aFileSystemWithoutUnicodeGetsPlainCharacters() {
    assertThat(SafeName.ascii("naïve/..")).isEqualTo("na%C3%AFve%252F%252E%252E").isASCII();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"..", "../../etc/passwd", "/etc/passwd", "\\\\host\\share", "a/../../b", "."})
  void theResultIsOneNameInsideTheFolder(String name, @TempDir Path folder) {
    Path file = folder.resolve(SafeName.of(name));
    assertThat(file.normalize().getParent()).isEqualTo(folder);
    assertThat(file.normalize()).isEqualTo(file);
  }
}
