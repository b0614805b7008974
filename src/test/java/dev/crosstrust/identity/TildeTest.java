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
  private final Tilde tilde = Tilde.of(new Machine(Map.of(), Path.of("/people/ada")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/people/ada/.aws/config, line 3 | ~/.aws/config, line 3",
        "/people/ada | ~",
        "in /people/ada: nothing | in ~: nothing",
        "/people/adam/x | /people/adam/x",
        "/people/ada.old/x | /people/ada.old/x",
        "/mnt/people/ada/x | /mnt/people/ada/x",
        "/people/ada/a; /people/ada/b | ~/a; ~/b",
      })
  void theHomeFolderIsATilde(String text, String shown) {
    assertThat(tilde.in(text)).isEqualTo(shown);
  }

  @Test
  void whereTheHomeIsTheRootNothingIsChanged() {
    assertThat(Tilde.of(new Machine(Map.of(), Path.of("/"))).in("/any/x")).isEqualTo("/any/x");
  }

  @Test
  void anIdentityIsShownWithItAndKeepsItsIdAndItsCommands() {
    Finding finding =
        Finding.error("an.id", "/people/ada/x is missing")
            .because("/people/ada/y names it")
            .fix(Fix.of("Make /people/ada/x").withAws("cat /people/ada/x"));
    Identity shown =
        tilde.in(
            new Identity(
                "key:/people/ada/x",
                Cloud.GOOGLE,
                "none",
                null,
                "/people/ada/x",
                false,
                Identity.State.BROKEN,
                List.of(finding)));
    assertThat(shown.id()).isEqualTo("key:/people/ada/x");
    assertThat(shown.source()).isEqualTo("~/x");
    assertThat(shown.findings().getFirst())
        .isEqualTo(
            Finding.error("an.id", "~/x is missing")
                .because("~/y names it")
                .fix(Fix.of("Make ~/x").withAws("cat /people/ada/x")));
  }
}
