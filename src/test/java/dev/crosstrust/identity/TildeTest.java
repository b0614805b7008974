package dev.crosstrust.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TildeTest {
  private final Tilde tilde = Tilde.of(new Machine(Map.of(), Path.of("/home/ada")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/home/ada/.aws/config, line 3 | ~/.aws/config, line 3",
        "/home/ada | ~",
        "in /home/ada: nothing | in ~: nothing",
        "/home/adam/x | /home/adam/x",
        "/home/ada.old/x | /home/ada.old/x",
        "/mnt/home/ada/x | /mnt/home/ada/x",
        "/home/ada/a; /home/ada/b | ~/a; ~/b",
      })
  void theHomeFolderIsATilde(String text, String shown) {
    assertThat(tilde.in(text)).isEqualTo(shown);
  }

  @Test
  void whereTheHomeIsTheRootNothingIsChanged() {
    assertThat(Tilde.of(new Machine(Map.of(), Path.of("/"))).in("/root/x")).isEqualTo("/root/x");
  }

  @Test
  void anIdentityIsShownWithItAndKeepsItsIdAndItsCommands() {
    Finding finding =
        Finding.error("an.id", "/home/ada/x is missing")
            .because("/home/ada/y names it")
            .fix(Fix.of("Make /home/ada/x").withAws("cat /home/ada/x"));
    Identity shown =
        tilde.in(
            new Identity(
                "key:/home/ada/x",
                Cloud.GOOGLE,
                "none",
                null,
                "/home/ada/x",
                false,
                Identity.State.BROKEN,
                List.of(finding)));
    assertThat(shown.id()).isEqualTo("key:/home/ada/x");
    assertThat(shown.source()).isEqualTo("~/x");
    assertThat(shown.findings().getFirst())
        .isEqualTo(
            Finding.error("an.id", "~/x is missing")
                .because("~/y names it")
                .fix(Fix.of("Make ~/x").withAws("cat /home/ada/x")));
  }
}
