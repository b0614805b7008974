package dev.crosstrust.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {
  @ParameterizedTest
  @ValueSource(strings = {"report.csv", "2026/11/", "日本語.txt", "über mäßig", "שלום", "../x"})
  void whatCanBeReadStays(String name) {
    assertThat(Visible.text(name)).isEqualTo(name);
  }

  @Test
  void whatCannotBeSeenIsShownAsItsCode() {
    assertThat(Visible.text("a\nb\u0000\u001b[31m")).isEqualTo("a‹U+000A›b‹U+0000›‹U+001B›[31m");
    assertThat(Visible.text("invoice\u202Egpj.exe")).isEqualTo("invoice‹U+202E›gpj.exe");
    assertThat(Visible.text("zero\u200Bwidth\uD800")).isEqualTo("zero‹U+200B›width‹U+D800›");
  }

  @Test
  void aTextKeepsItsLinesAndItsDirection() {
    assertThat(Visible.content("a\n\tb\u2066c")).isEqualTo("a\n\tb‹U+2066›c");
  }
}
