package dev.crosstrust.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The help pages: YAML files beside this class, read when the first page is asked for. */
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

  private static final SequencedMap<String, HelpPage> PAGES = read();

  private HelpPages() {}

  /** The page of a finding's id. */
  public static Optional<HelpPage> of(String id) {
    return Optional.ofNullable(PAGES.get(id));
  }

  /** All there are, what is alike together. */
  public static List<HelpPage> all() {
    return List.copyOf(PAGES.values());
  }

  private static SequencedMap<String, HelpPage> read() {
    YAMLMapper yaml =
        YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();
    SequencedMap<String, HelpPage> pages = new LinkedHashMap<>();
    FILES.stream()
        .flatMap(file -> Arrays.stream(read(yaml, "help/%s.yaml".formatted(file))))
        .forEach(page -> add(pages, page));
    return Collections.unmodifiableSequencedMap(pages);
  }

  private static void add(Map<String, HelpPage> pages, HelpPage page) {
    if (pages.put(page.id(), page) != null) {
      throw new IllegalStateException("two help pages for " + page.id());
    }
  }

  private static HelpPage[] read(YAMLMapper yaml, String file) {
    try (InputStream in = Objects.requireNonNull(HelpPages.class.getResourceAsStream(file))) {
      return yaml.readValue(in, HelpPage[].class);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw new IllegalStateException(
          "%s, line %d: %s".formatted(file, at.getLineNr(), e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
