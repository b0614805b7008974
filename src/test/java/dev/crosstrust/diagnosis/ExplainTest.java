package dev.crosstrust.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.diagnosis.PublishedAnswers.Refusal;
import dev.crosstrust.diagnosis.PublishedAnswers.Sample;
import dev.crosstrust.finding.Finding;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published text is known: the right finding first, the right parts beside it. */
class ExplainTest {
  static Stream<Sample> published() {
    return PublishedAnswers.all();
  }

  @ParameterizedTest
  @MethodSource("published")
  void everyPublishedTextIsRead(Sample sample) {
    Explained explained = Explain.text(sample.text());

    assertThat(explained.findings()).first().extracting(Finding::id).isEqualTo(sample.id());
    assertThat(Refusal.of(explained.denial())).isEqualTo(sample.denial());
    if (sample.service() != null) {
      assertThat(explained.service()).isEqualTo(sample.service());
    }
    if (sample.operation() != null) {
      assertThat(explained.operation()).isEqualTo(sample.operation());
    }
    assertThat(explained.status()).isEqualTo(sample.status());
    assertThat(explained.code()).isEqualTo(sample.code());
  }
}
