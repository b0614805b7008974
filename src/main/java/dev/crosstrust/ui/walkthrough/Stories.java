package dev.crosstrust.ui.walkthrough;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCombination;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the stories: a YAML file each, beside this class. */
final class Stories {
  private static final List<String> FILES = List.of("google-to-aws.yaml");

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .addModule(new SimpleModule().addDeserializer(KeyCombination.class, new Keys()))
          .build();

  private Stories() {}

  /** All there are, in the order of their cards. */
  static List<Story> all() {
    return FILES.stream()
        .map(file -> read(file, Objects.requireNonNull(Stories.class.getResourceAsStream(file))))
        .toList();
  }

  /**
   * Reads one, and closes the file.
   *
   * @throws IllegalArgumentException with file, line and column, when it is no story
   */
  static Story read(String file, InputStream in) {
    try (in) {
      return YAML.readValue(in, Story.class);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw new IllegalArgumentException(
          "%s, line %d, column %d: %s"
              .formatted(file, at.getLineNr(), at.getColumnNr(), e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** Keys are written as JavaFX names them: {@code Shortcut+R}. */
  private static final class Keys extends StdDeserializer<KeyCombination> {
    Keys() {
      super(KeyCombination.class);
    }

    @Override
    public KeyCombination deserialize(JsonParser parser, DeserializationContext context) {
      String name = parser.getString();
      try {
        return KeyCombination.valueOf(name);
      } catch (IllegalArgumentException e) {
        return context.reportInputMismatch(this, "there are no keys %s", name);
      }
    }
  }
}
