package dev.crosstrust.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The help pages: YAML files beside this class, read when a page is asked for. */
public final class HelpPages {
  /** By what they are about, in the order of a road. */
  private static final List<String> FILES =
      List.of(
          "aws-trust",
          "aws-provider",
          "aws-token",
          "aws-session",
          "aws-outbound",
          "google-exchange",
          "google-pool",
          "google-bindings",
          "google-after",
          "aws-denied",
          "s3",
          "gcs-bigquery",
          "machine",
          "fossils");

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private HelpPages() {}

  /**
   * The page of a finding's id. Of the files only its own is parsed, which is a matter of moments.
   */
  public static Optional<HelpPage> of(String id) {
    String start = "- id: " + id;
    return FILES.stream()
        .map(HelpPages::text)
        .filter(text -> text.lines().anyMatch(start::equals))
        .flatMap(HelpPages::pages)
        .filter(page -> page.id().equals(id))
        .findFirst();
  }

  /** All there are, what is alike together. Parses every file anew: keep what it gives. */
  public static List<HelpPage> all() {
    return FILES.stream().map(HelpPages::text).flatMap(HelpPages::pages).toList();
  }

  private static Stream<HelpPage> pages(String text) {
    return Arrays.stream(YAML.readValue(text, HelpPage[].class));
  }

  private static String text(String file) {
    String name = "help/%s.yaml".formatted(file);
    try (InputStream in = Objects.requireNonNull(HelpPages.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
