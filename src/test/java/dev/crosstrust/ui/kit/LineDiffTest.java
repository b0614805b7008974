package dev.crosstrust.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.ui.kit.LineDiff.Kind;
import dev.crosstrust.ui.kit.LineDiff.Row;
import org.junit.jupiter.api.Test;

class LineDiffTest {
  @Test
  void linesThatGoAndComeInOnePlaceStandBesideEachOther() {
    assertThat(LineDiff.between("{\n  a\n  b\n}", "{\n  A\n  b\n  c\n}").rows())
        .containsExactly(
            new Row(Kind.SAME, "{", "{"),
            new Row(Kind.CHANGED, "  a", "  A"),
            new Row(Kind.SAME, "  b", "  b"),
            new Row(Kind.ADDED, null, "  c"),
            new Row(Kind.SAME, "}", "}"));
  }

  @Test
  void moreGoThanCome() {
    assertThat(LineDiff.between("a\nb\nc", "x\nc").rows())
        .containsExactly(
            new Row(Kind.CHANGED, "a", "x"),
            new Row(Kind.REMOVED, "b", null),
            new Row(Kind.SAME, "c", "c"));
  }

  @Test
  void theSameTextHasNothingButTheSameLines() {
    assertThat(LineDiff.between("a\nb", "a\nb").rows()).allMatch(row -> row.kind() == Kind.SAME);
    assertThat(SideBySide.summary("a\nb", "a\nb")).isEqualTo("nothing changed");
  }

  @Test
  void howManyLinesChangeIsSaidInWords() {
    assertThat(SideBySide.summary("{\n  a\n  b\n}", "{\n  A\n  b\n  c\n}"))
        .isEqualTo("1 line changed, 1 added");
    assertThat(SideBySide.summary("a\nb\nc", "c")).isEqualTo("2 lines removed");
  }
}
