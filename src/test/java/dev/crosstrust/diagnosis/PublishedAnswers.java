package dev.crosstrust.diagnosis;

import dev.crosstrust.denial.Denial;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The tables of texts as the clouds write them, each with its source and what is read from it. */
public final class PublishedAnswers {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private PublishedAnswers() {}

  /**
   * @param source where the text was published
   * @param id of the finding that comes first
   * @param goesWith the code that the service sends with the sentence; null of whole answers
   */
  public record Sample(
      String text,
      String source,
      String id,
      @Nullable String goesWith,
      @Nullable String service,
      @Nullable String operation,
      @Nullable Integer status,
      @Nullable String code,
      @Nullable Refusal denial) {
    @Override
    public String toString() {
      return id + ": " + (text.length() > 80 ? text.substring(0, 80) + "…" : text);
    }
  }

  public record Refusal(
      @Nullable String principal,
      @Nullable String action,
      @Nullable String permission,
      @Nullable String resource,
      @Nullable String policyType,
      @Nullable String policyArn,
      @Nullable Boolean explicit,
      @Nullable String authorizationId,
      boolean mayNotExist) {
    static @Nullable Refusal of(@Nullable Denial denial) {
      return denial == null
          ? null
          : new Refusal(
              denial.principal(),
              denial.action(),
              denial.permission(),
              denial.resource(),
              denial.policyType() == null ? null : denial.policyType().text(),
              denial.policyArn(),
              denial.explicit(),
              denial.authorizationId(),
              denial.mayNotExist());
    }
  }

  public static Stream<Sample> all() {
    return Stream.of("answers-aws.yaml", "answers-google.yaml", "answers-reported.yaml")
        .flatMap(name -> read(name, Sample[].class));
  }

  /** Of which nothing is known, or nothing for sure. */
  static Stream<String> unknown() {
    return read("answers-unknown.yaml", Unknown[].class).map(Unknown::text);
  }

  private record Unknown(String text, String source) {}

  private static <T> Stream<T> read(String name, Class<T[]> type) {
    try (InputStream in =
        Objects.requireNonNull(PublishedAnswers.class.getResourceAsStream(name), name)) {
      return Stream.of(YAML.readValue(in, type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
