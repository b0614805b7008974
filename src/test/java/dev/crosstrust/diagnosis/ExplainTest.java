package dev.crosstrust.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.diagnosis.PublishedAnswers.Refusal;
import dev.crosstrust.diagnosis.PublishedAnswers.Sample;
import dev.crosstrust.diagnosis.Wrappings.Wrapped;
import dev.crosstrust.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
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

  @ParameterizedTest
  @MethodSource("published")
  void everySentenceIsReadInAnyWrapping(Sample sample) {
    if (sample.goesWith() == null) {
      return;
    }
    SoftAssertions softly = new SoftAssertions();
    for (Wrapped wrapped : wrappings(sample)) {
      Explained explained = Explain.text(wrapped.text());
      softly
          .assertThat(explained.findings().stream().map(Finding::id).findFirst())
          .as("%s\n%s", wrapped.name(), wrapped.text())
          .contains(sample.id());
      softly
          .assertThat(Refusal.of(explained.denial()))
          .as("%s\n%s", wrapped.name(), wrapped.text())
          .isEqualTo(sample.denial());
    }
    softly.assertAll();
  }

  private static List<Wrapped> wrappings(Sample sample) {
    String code = String.valueOf(sample.goesWith());
    boolean aws =
        !sample.id().startsWith("g")
            && !sample.id().startsWith("bigquery")
            && !sample.id().startsWith("aws4");
    List<Wrapped> all = new ArrayList<>();
    if (!sample.text().equals("Access Denied")) {
      all.addAll(Wrappings.ofAny(sample.text()));
    }
    all.addAll(
        aws
            ? Wrappings.ofAws(sample.text(), code, service(sample), operation(sample))
            : Wrappings.ofGoogle(sample.text(), code));
    return all;
  }

  private static String service(Sample sample) {
    return sample.service() == null ? "sts" : sample.service();
  }

  private static String operation(Sample sample) {
    if (sample.service() == null) {
      return "GetCallerIdentity";
    }
    return sample.operation() != null
        ? sample.operation()
        : switch (service(sample)) {
          case "s3" -> "ListObjectsV2";
          case "sts" ->
              sample.id().startsWith("aws.outbound")
                  ? "GetWebIdentityToken"
                  : "AssumeRoleWithWebIdentity";
          default -> "DoSomething";
        };
  }
}
