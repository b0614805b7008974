package dev.crosstrust.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("origins.json");
  }

  @Test
  void aTableIsReadFromItsFile() throws IOException {
    Files.writeString(file, "{\"https://accounts.google.com\": \"http://127.0.0.1:4001\"}");
    assertThat(OriginsFile.read(file).resolve(URI.create("https://accounts.google.com/x")))
        .isEqualTo(URI.create("http://127.0.0.1:4001/x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | ' is not a JSON object of origins'",
        "'' | ' is not a JSON object of origins'",
        "[] | ' is not a JSON object of origins'",
        "7 | ' is not a JSON object of origins'",
        "{ | ' is not JSON: see line 1'",
        "{} x | ' is not JSON: see line 1'",
        "{'https://a.example': null} | ': what to call instead of https://a.example is not text'",
        "{'https://a.example': 80} | ': what to call instead of https://a.example is not text'",
        "{'a': 'http://127.0.0.1'} | ': a is not an origin'",
        "{'https://a.example': 'ftp://127.0.0.1'} | ': the origin ftp://127.0.0.1 is neither https"
            + " nor on this machine'",
        "{'https://a.example': '127.0.0.1'} | ': the origin 127.0.0.1 is neither https nor on this"
            + " machine'",
        "{'https://a.example': 'http://127.0.0.1:65536'} | ': the origin http://127.0.0.1:65536 has"
            + " a port that is not from 1 to 65535'",
      })
  void whatIsNoTableIsOneSentenceThatNamesTheFile(String json, String sentence) throws IOException {
    Files.writeString(file, json.replace('\'', '"'));
    assertThatIOException().isThrownBy(() -> OriginsFile.read(file)).withMessage(file + sentence);
  }

  @Test
  void aFileOfOtherBytesOrNoneIsSaid() throws IOException {
    assertThatIOException()
        .isThrownBy(() -> OriginsFile.read(file))
        .withMessage(file + " is not there");
    Files.write(file, new byte[] {'{', (byte) 0xff, '}'});
    assertThatIOException()
        .isThrownBy(() -> OriginsFile.read(file))
        .withMessage(file + " is not text in UTF-8");
  }
}
