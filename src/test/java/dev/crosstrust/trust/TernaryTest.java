package dev.crosstrust.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TernaryTest {
  @Test
  void anOpenAnswerStaysOpenUnlessTheOtherDecides() {
    assertThat(Ternary.UNDECIDED.and(Ternary.NO)).isEqualTo(Ternary.NO);
    assertThat(Ternary.UNDECIDED.and(Ternary.YES)).isEqualTo(Ternary.UNDECIDED);
    assertThat(Ternary.UNDECIDED.or(Ternary.YES)).isEqualTo(Ternary.YES);
    assertThat(Ternary.UNDECIDED.or(Ternary.NO)).isEqualTo(Ternary.UNDECIDED);
    assertThat(Ternary.UNDECIDED.not()).isEqualTo(Ternary.UNDECIDED);
  }
}
