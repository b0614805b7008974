package dev.crosstrust.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GcloudListTest {
  @Test
  void valuesArePartedByWhatIsInNoneOfThem() {
    assertThat(GcloudList.of(List.of("a", "b"))).isEqualTo("a,b");
    assertThat(GcloudList.of(List.of("a,b", "c"))).isEqualTo("^;^a,b;c");
    assertThat(GcloudList.of(List.of("a,;~#", "#c"))).isEqualTo("^#~^a,;~##~#c");
  }

  @Test
  void aCaretInFrontIsNotTakenForADelimiter() {
    assertThat(GcloudList.of(List.of("^a^b", "c"))).isEqualTo("^,^^a^b,c");
  }
}
